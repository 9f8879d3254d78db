//! The rest of a shift, filled in later: it is no shift, and overwrites nothing that was said.

use super::{GoalWording, Refusal, fits};
use crate::goals::{Goal, GoalVersion};
use crate::ids::{GoalVersionId, MeetingId, PartyId, SessionId};
use crate::text::{Text, about};
use crate::words::Prompt;

/// What is said later about a shift. What is left blank stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledIn {
    /// The reason, in the coachee's words.
    pub reason: Text<about::CurrentGoals>,
    /// What prompted it.
    pub prompt: Prompt,
    /// Who raised it.
    pub raised_by: Option<PartyId>,
    /// The session it came out of.
    pub session: Option<SessionId>,
    /// The meeting it came out of.
    pub meeting: Option<MeetingId>,
    /// The wording; none keeps it.
    pub wording: Option<GoalWording>,
}

/// The version with the rest of its shift. A reason is given once, and a wording only where the
/// version kept the one before it.
///
/// # Errors
/// A [`Refusal`] when the version is no shift, or this was said already.
pub fn fill_in(
    goal: &Goal,
    version: &GoalVersionId,
    with: FilledIn,
) -> Result<GoalVersion, Refusal> {
    let version = goal.version(version).ok_or(Refusal::NoSuchGoal)?;
    let mut filled = version.clone();
    let shift = filled.shift.as_mut().ok_or(Refusal::NotAShift)?;
    let before = goal.versions.iter().filter(|other| other.on < version.on);
    let before = before
        .max_by_key(|other| other.on)
        .ok_or(Refusal::NotAShift)?;
    if !with.reason.is_empty() {
        once(&mut shift.reason, with.reason, Text::is_empty, "reason")?;
    }
    if with.prompt != Prompt::Unsaid {
        shift.prompt = with.prompt;
    }
    shift.raised_by = with.raised_by;
    filled.session = with.session.or(filled.session);
    filled.meeting = with.meeting.or(filled.meeting);
    if let Some(wording) = with.wording {
        fits(&wording)?;
        type Words = Text<about::CurrentGoals>;
        let kept = |text: &Words, before: &Words| text.is_empty() || text == before;
        let title = |title: &Words| *title == before.title;
        once(&mut filled.title, wording.title, title, "title")?;
        let words = |text: &Words| kept(text, &before.words);
        once(&mut filled.words, wording.words, words, "words")?;
        let why = |text: &Words| kept(text, &before.why);
        once(&mut filled.why, wording.why, why, "why")?;
        let measure = |text: &Words| kept(text, &before.measure);
        once(&mut filled.measure, wording.measure, measure, "measure")?;
        let weight = |weight: &u8| *weight == before.weight;
        once(&mut filled.weight, wording.weight, weight, "weight")?;
    }
    Ok(filled)
}

/// Takes what is said, if nothing was said before.
fn once<T: PartialEq>(
    field: &mut T,
    said: T,
    open: impl FnOnce(&T) -> bool,
    name: &'static str,
) -> Result<(), Refusal> {
    if *field != said {
        if !open(field) {
            return Err(Refusal::Given(name));
        }
        *field = said;
    }
    Ok(())
}
