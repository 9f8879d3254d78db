//! The agenda that is usual for a kind of meeting.

use coaching::meetings::share_out;
use coaching::words::{Language, MeetingKind};

use crate::language::{self, Speaker, words};

/// Who usually speaks to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsualSpeaker {
    /// All who are there.
    Everybody,
    /// The coach.
    Coach,
    /// The coachee.
    Coachee,
    /// Whoever is there from the sponsor's side.
    SponsorsSide,
}

/// One point of the agenda that is usual for a kind of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsualPoint {
    /// What.
    pub text: &'static str,
    /// How long, in minutes.
    pub minutes: u16,
    /// Who speaks.
    pub speaker: UsualSpeaker,
}

/// The agenda that is usual for a kind of meeting, in a language, with its time shared out.
#[must_use]
pub fn usual_agenda(language: Language, kind: MeetingKind, minutes: u16) -> Vec<UsualPoint> {
    let shares = share_out(language::gathering::weights(kind), minutes);
    let points = (words(language).occasion)(kind).agenda;
    points
        .iter()
        .zip(shares)
        .map(|((text, speaker), minutes)| UsualPoint {
            text,
            minutes,
            speaker: match speaker {
                Speaker::Coach => UsualSpeaker::Coach,
                Speaker::Coachee | Speaker::CoacheeThenAll => UsualSpeaker::Coachee,
                Speaker::Sponsor => UsualSpeaker::SponsorsSide,
                Speaker::All => UsualSpeaker::Everybody,
            },
        })
        .collect()
}
