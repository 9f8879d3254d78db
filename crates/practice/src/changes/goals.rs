//! Goals: how they begin, shift, are filled in, corrected and taken back.

use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{GoalId, GoalVersionId, MeetingId, SessionId};
use coaching::order;
use coaching::record::Engagement;
use coaching::shifting::{self, FilledIn, GoalWording, Occasion, Refusal, ShiftSaid, carried};
use coaching::words::ShiftKind;
use store::{StoreError, Tx};

use super::{came_out_of, made, new_id};
use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{some_text, text};
use crate::types::{
    BeginGoal, CompleteShift, CorrectGoal, Made, ShiftGoal, TakeBackShift, WordingOf,
};

impl Desk {
    /// A goal begins.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn begin_goal(&mut self, ask: BeginGoal) -> Result<Made, Failure> {
        self.change_case("begin goal", &ask.engagement.clone(), |tx, case, now| {
            let e = &case.engagement;
            came_out_of(e, ask.session.as_ref(), ask.meeting.as_ref())?;
            let at = occasion(now, ask.on, ask.session, ask.meeting)?;
            let (id, wording) = (new_id(GoalId::new)?, goal_wording(ask.wording)?);
            let goal = shifting::begin(e, id, wording, ask.emerging, at)?;
            store::goal::insert(tx, &e.id, &goal)?;
            Ok(made(&goal.id))
        })
    }

    /// A goal shifts, or several merge into one. Goals that take their place and are new begin on the
    /// same day. Answers with the id of the version that it made.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn shift_goal(&mut self, ask: ShiftGoal) -> Result<Made, Failure> {
        self.change_case("shift goal", &ask.engagement.clone(), |tx, case, now| {
            let engagement = case.engagement.clone();
            came_out_of(&engagement, ask.session.as_ref(), ask.meeting.as_ref())?;
            let mut recording = Recording {
                tx,
                now,
                engagement,
            };
            recording.shift(ask)
        })
    }

    /// The rest of a shift is filled in. It is no shift, and overwrites nothing that was said.
    ///
    /// # Errors
    /// A [`Refusal`], at its field.
    pub fn complete_shift(&mut self, ask: CompleteShift) -> Result<(), Failure> {
        self.change_case("complete shift", &ask.engagement.clone(), |tx, case, _| {
            let e = &case.engagement;
            came_out_of(e, ask.session.as_ref(), ask.meeting.as_ref())?;
            let (goal, version) = find(e, &ask.version)?;
            let with = FilledIn {
                reason: text("reason", ask.reason)?,
                prompt: ask.prompt,
                raised_by: ask.raised_by,
                session: ask.session,
                meeting: ask.meeting,
                wording: ask.wording.map(goal_wording).transpose()?,
            };
            let filled = shifting::fill_in(goal, &ask.version, with)?;
            store::goal::rewrite_version(tx, &filled)?;
            for later in carried(e, goal, version, &filled) {
                store::goal::rewrite_version(tx, &later)?;
            }
            Ok(())
        })
    }

    /// A shift, or a new goal, that was recorded by mistake is taken back, with the new goals that
    /// only it made.
    ///
    /// # Errors
    /// A [`Refusal`], or that something was noted about it since.
    pub fn take_back_shift(&mut self, ask: TakeBackShift) -> Result<(), Failure> {
        self.change_case("take back shift", &ask.engagement.clone(), |tx, case, _| {
            find(&case.engagement, &ask.version)?;
            let taken = shifting::take_back(&case.engagement, &ask.version)?;
            let versions = taken.versions.iter();
            versions
                .map(|version| store::goal::remove_version(tx, version))
                .chain(taken.goals.iter().map(|goal| store::goal::remove(tx, goal)))
                .collect::<Result<(), _>>()
                .map_err(|error| match error {
                    StoreError::Dangling => Failure::new(
                        "shift.noted_about",
                        "Something was noted about this goal since, so the shift stays. Nothing was \
                         changed.",
                    )
                    .at("version"),
                    other => other.into(),
                })
        })
    }

    /// A slip of the pen in a version is put right; the old text stays in the version's record.
    ///
    /// # Errors
    /// A [`Refusal`], or the version is not there.
    pub fn correct_goal(&mut self, ask: CorrectGoal) -> Result<(), Failure> {
        self.change_case("correct goal", &ask.engagement.clone(), |tx, case, now| {
            let (_, version) = find(&case.engagement, &ask.version)?;
            let corrected = shifting::correct(version, goal_wording(ask.wording)?, now.at)?;
            Ok(store::goal::correct_version(tx, &corrected)?)
        })
    }
}

/// A shift on its way into the record, with the engagement as it stands in the transaction.
struct Recording<'a, 't> {
    tx: &'a Tx<'t>,
    now: Now,
    engagement: Engagement,
}

impl Recording<'_, '_> {
    fn shift(&mut self, ask: ShiftGoal) -> Result<Made, Failure> {
        let merged = ask.kind == ShiftKind::Merged;
        if !ask.also.is_empty() && !merged {
            return Err(Failure::input(
                "also",
                "only_merged",
                "Only goals that merge are several.",
            ));
        }
        if merged && ask.also.is_empty() && !ask.into_new.is_empty() {
            return Err(Refusal::MergedAlone.into());
        }
        let on = ask.on.unwrap_or(self.now.today);
        let place = ask
            .place
            .map(|rank| self.place(&ask.goal, rank, on))
            .transpose()?;
        let before = self.engagement.goal(&ask.goal).and_then(|g| g.on(on));
        let (weight, took) = before.map_or((2, None), |v| (v.weight, Some(v.place)));
        let mut into = ask.into;
        for title in ask.into_new {
            let at = occasion(self.now, ask.on, ask.session.clone(), ask.meeting.clone())?;
            into.push(self.begin(title, weight, took, at)?);
        }
        let mut wording = ask.wording.map(goal_wording).transpose()?;
        let mut made = None;
        for goal in [ask.goal].iter().chain(&ask.also) {
            let said = ShiftSaid {
                kind: ask.kind,
                prompt: ask.prompt,
                reason: text("reason", ask.reason.clone())?,
                raised_by: ask.raised_by.clone(),
                into: into.clone(),
                wording: wording.take(),
                place,
            };
            let at = occasion(self.now, ask.on, ask.session.clone(), ask.meeting.clone())?;
            let id = self.take(goal, said, at)?;
            made.get_or_insert(id);
        }
        Ok(Made {
            id: made.map_or(String::new(), |id| id.to_string()),
        })
    }

    /// A goal that takes another's place, in its place in the order.
    fn begin(
        &mut self,
        title: String,
        weight: u8,
        place: Option<u16>,
        at: Occasion,
    ) -> Result<GoalId, Failure> {
        let wording = GoalWording {
            title: some_text("into_new", title)?,
            words: text("into_new", String::new())?,
            why: text("into_new", String::new())?,
            measure: text("into_new", String::new())?,
            weight,
        };
        let id = new_id(GoalId::new)?;
        let mut goal = shifting::begin(&self.engagement, id.clone(), wording, false, at)?;
        for first in &mut goal.versions {
            first.place = place.unwrap_or(first.place);
        }
        store::goal::insert(self.tx, &self.engagement.id, &goal)?;
        self.engagement.goals.push(goal);
        Ok(id)
    }

    /// Enters the version that a shift makes, and what later ones take over from it.
    fn take(
        &mut self,
        goal: &GoalId,
        said: ShiftSaid,
        at: Occasion,
    ) -> Result<GoalVersionId, Failure> {
        let e = &self.engagement;
        let version = shifting::shift(e, goal, said, at)?;
        store::goal::insert_version(self.tx, &e.id, goal, &version)?;
        let known = e.goal(goal).ok_or(Refusal::NoSuchGoal)?;
        let later = known
            .on(version.on)
            .map_or(Vec::new(), |old| carried(e, known, old, &version));
        for reads in &later {
            store::goal::rewrite_version(self.tx, reads)?;
        }
        let id = version.id.clone();
        if let Some(known) = self.engagement.goals.iter_mut().find(|g| g.id == *goal) {
            known.versions.push(version);
        }
        Ok(id)
    }

    /// The place that puts a goal on a rank. Where there is no room, all places are spread alike,
    /// which changes the order of no day.
    fn place(&mut self, goal: &GoalId, rank: u16, on: Day) -> Result<u16, Failure> {
        if let Some(place) = order::place_at(&self.engagement, goal, rank, on) {
            return Ok(place);
        }
        for (version, place) in order::spread(&self.engagement) {
            store::goal::set_place(self.tx, &version, place)?;
            let mut all = self.engagement.goals.iter_mut();
            let known = all.find_map(|g| g.versions.iter_mut().find(|v| v.id == version));
            if let Some(known) = known {
                known.place = place;
            }
        }
        order::place_at(&self.engagement, goal, rank, on)
            .ok_or_else(|| Failure::input("place", "no_room", "There is no room for that place."))
    }
}

/// A version by its id, with its goal.
pub(super) fn find<'e>(
    engagement: &'e Engagement,
    version: &GoalVersionId,
) -> Result<(&'e Goal, &'e GoalVersion), Failure> {
    let mut goals = engagement.goals.iter();
    goals
        .find_map(|goal| Some((goal, goal.version(version)?)))
        .ok_or_else(|| Failure::missing("goal version"))
}

fn occasion(
    now: Now,
    on: Option<Day>,
    session: Option<SessionId>,
    meeting: Option<MeetingId>,
) -> Result<Occasion, Failure> {
    Ok(Occasion {
        version: new_id(GoalVersionId::new)?,
        on: on.unwrap_or(now.today),
        recorded: now.at,
        session,
        meeting,
    })
}

fn goal_wording(asked: WordingOf) -> Result<GoalWording, Failure> {
    Ok(GoalWording {
        title: text("title", asked.title)?,
        words: text("words", asked.words)?,
        why: text("why", asked.why)?,
        measure: text("measure", asked.measure)?,
        weight: asked.weight,
    })
}
