//! Fixed wording, one file for each language. To add a language, add a file beside `en.rs`, and its
//! arm in [`words`].

/// Groups of fixed words: a structure each.
macro_rules! wordings {
    ($(#[$doc:meta] $name:ident { $($field:ident),* $(,)? })*) => {$(
        #[$doc]
        #[derive(Serialize)]
        pub(crate) struct $name { $(pub $field: &'static str,)* }
    )*};
}

pub(crate) mod alignment;
pub(crate) mod closing;
pub(crate) mod contract;
pub(crate) mod direction;
mod en;
mod es;
pub(crate) mod gathering;
pub(crate) mod measures;
pub(crate) mod others;
pub(crate) mod picture;
pub(crate) mod points;
pub(crate) mod will;

use chrono::Datelike;
use coaching::day::Day;
use coaching::drift::DriftKind;
use coaching::words::{
    CoachDoes, CommitmentStatus, GoalStatus, Language, MeetingKind, Prompt, Role, Rule, ShiftKind,
    Stance, TellingState, Topic,
};
use serde::Serialize;

/// All fixed wording of one language. Words in braces are filled in by [`fill`].
#[derive(Serialize)]
pub(crate) struct Words {
    /// The language's tag (BCP 47).
    pub tag: &'static str,
    /// Quotation marks, opening and closing.
    pub quotes: [&'static str; 2],
    /// The months, from January.
    pub months: [&'static str; 12],
    /// The days of the week, from Monday.
    pub weekdays: [&'static str; 7],
    /// `{day}`, `{month}`, `{year}`.
    pub date: &'static str,
    /// `{weekday}` and `{date}`.
    pub weekday_date: &'static str,
    /// What stands before the last of several.
    pub and: &'static str,
    /// What stands before the decimals of a number.
    pub decimal: &'static str,
    /// What stands around a page.
    pub frame: Frame,
    /// Short labels.
    pub label: Labels,
    /// Section headings.
    pub heading: Headings,
    /// Sentences.
    pub says: Sentences,
    /// The agreement to sign.
    pub contract: &'static contract::Contract,
    /// What is for other readers.
    pub others: &'static others::Others,
    /// The picture of an engagement in time.
    pub picture: &'static picture::PictureWords,
    /// What goals serve, and threads of insights.
    pub direction: &'static direction::DirectionWords,
    pub closing: &'static closing::ClosingWords,
    /// The professional will.
    pub will: &'static will::WillWords,
    /// Beliefs and clashes.
    pub alignment: &'static alignment::AlignmentWords,
    /// What was measured.
    pub measures: &'static measures::MeasureWords,
    /// The talking points.
    pub points: &'static points::PointWords,
    /// What the briefs say, for each kind of meeting.
    #[serde(skip)]
    pub occasion: fn(MeetingKind) -> Occasion,
    /// The topics, as one would name them in a sentence.
    #[serde(skip)]
    pub topic: fn(Topic) -> &'static str,
    /// The roles.
    #[serde(skip)]
    pub role: fn(Role) -> &'static str,
    /// What a rule means, `{topics}` filled in, said to the coachee.
    #[serde(skip)]
    pub rule: fn(Rule) -> &'static str,
    /// What a rule means, in a word or two, said to the coach.
    #[serde(skip)]
    pub rule_short: fn(Rule) -> &'static str,
    /// What became of an agreed goal.
    #[serde(skip)]
    pub drift: fn(DriftKind) -> &'static str,
    /// What made one wording into the next.
    #[serde(skip)]
    pub shift: fn(ShiftKind) -> &'static str,
    /// A goal's status.
    #[serde(skip)]
    pub status: fn(GoalStatus) -> &'static str,
    /// What prompted a shift; nothing where it was not said.
    #[serde(skip)]
    pub prompt: fn(Prompt) -> Option<&'static str>,
    /// How far a telling has come: `{name}`, `{since}`, `{by}`, said to the coachee.
    #[serde(skip)]
    pub telling: fn(TellingState) -> &'static str,
    /// What became of a promise.
    #[serde(skip)]
    pub promise: fn(CommitmentStatus) -> &'static str,
    /// Where a party stands.
    #[serde(skip)]
    pub stance: fn(Stance) -> &'static str,
    /// What the coachee asks the coach to do in the room.
    #[serde(skip)]
    pub coach_does: fn(CoachDoes) -> &'static str,
}

/// What stands around a page.
#[derive(Serialize)]
pub(crate) struct Frame {
    /// `{name}`.
    pub for_name: &'static str,
    /// `{n}`, `{m}`.
    pub page_of: &'static str,
    /// The draft's mark, in a word.
    pub draft: &'static str,
    /// The draft's mark, in a sentence.
    pub draft_long: &'static str,
    /// What the coach's logo shows: `{name}`.
    pub logo_of: &'static str,
    /// `{name}`, `{date}`.
    pub approved: &'static str,
    /// Said to the reader of a coachee's document, in the footer.
    pub for_coachee_alone: &'static str,
    /// Said in the footer of the coach's own pages.
    pub for_coach_alone: &'static str,
    /// Said in the footer of a document for the sponsor's side.
    pub in_confidence: &'static str,
}

/// What a brief says for one kind of meeting.
pub(crate) struct Occasion {
    /// What the meeting is called.
    pub name: &'static str,
    /// The same within a sentence, with its article.
    pub the_name: &'static str,
    /// What it is for, said to the sponsor's side: `{coachee}`.
    pub for_sponsor: &'static str,
    /// What it is for, said to the coachee.
    pub for_coachee: &'static str,
    /// What happens, and who speaks.
    pub agenda: &'static [(&'static str, Speaker)],
    /// What the sponsor's side may think about beforehand: `{coachee}`.
    pub sponsor_thinks: &'static [&'static str],
    /// What the coachee may think about beforehand.
    pub coachee_thinks: &'static [&'static str],
    /// What the coach may remember.
    pub coach_remembers: &'static [&'static str],
}

/// Who speaks to a step of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaker {
    Coach,
    Coachee,
    Sponsor,
    CoacheeThenAll,
    All,
}

wordings! {
    /// Short labels.
    Labels {
        brief, sheet, summary_sponsor, summary_coachee, summary_coach, when, place, who, from,
        organisation, sponsors_side, period, coach, all, then_all, minutes, goal_number, measure,
        agreed, became, into, why, moved_by, reason, first_wording, agreed_at, standing,
        good_outcome, from_my_manager, on_the_table, off_the_table, coach_does, public,
    }
    /// Section headings.
    Headings {
        in_short, purpose, agenda, goals, goals_first, goals_again, sessions, shared, support,
        last_time, promises, promises_open, you_said, you_saw, questions, confidentiality,
        preparation, preparation_of, moved, how_moved, contacts_seen, talking, who_may_know, released, ask_for, next,
        left_out, kept_goals, kept_goals_coach, direction, insights, insights_lately, practices,
        kept_promises, keep_going, reflections, hours, supervision, positions,
        expectations, unsaid, to_remember, contacts, assents, decided,
    }
    /// Sentences.
    Sentences {
        summary_title_sponsor, summary_title_coachee, summary_title_coach, period_open,
        period_planned, period_ended, agreed_on, agreed_again_on, agreed_at_meeting, no_goals_yet,
        no_goals, no_outcome, voiced_by, coach_voice, your_words, said_by, on_date,
        held_of_planned, held_unplanned, none_held, cancelled_one, cancelled_many, missed_one,
        missed_many, promise_by, promise_due, promise_due_status, promise_status,
        confidential_brief, confidential_brief_2, summary_lead, left_out_1, left_out_2, next_1,
        not_prepared, nothing_moved, no_rules, rules_for, speaks,
        speaks_2, released_to, released_withdrawn, keepsake_lead, keep_1, keep_2, keep_3, keep_4,
        call_when, notes_1, notes_2, sheet_lead, without_assent, unsaid_lead,
        unsaid_to, unsaid_more, unsaid_none, unsaid_rest, coach_summary_lead, no_drift, moved_count_one,
        moved_count_many, hours_total, hours_log, supervision_1, supervision_2, supervision_3,
        supervision_4,
    }
}

/// The wording of a language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &en::WORDS,
        Language::Spanish => &es::WORDS,
    }
}

/// Fills `{name}`s into a wording, in one pass: what is filled in is never itself searched.
pub(crate) fn fill(wording: &str, with: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(wording.len());
    let mut rest = wording;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            continue;
        };
        if let Some((_, value)) = with.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

impl Words {
    /// A day as this language writes it: "3 March 2026".
    pub fn day(&self, day: Day) -> String {
        let date = day.date();
        let month = self.months[date.month0() as usize];
        fill(
            self.date,
            &[
                ("day", &date.day().to_string()),
                ("month", month),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// A day with its day of the week: "Tuesday 3 March 2026".
    pub fn weekday(&self, day: Day) -> String {
        let weekday = self.weekdays[day.date().weekday().num_days_from_monday() as usize];
        fill(
            self.weekday_date,
            &[("weekday", weekday), ("date", &self.day(day))],
        )
    }

    /// "Goal 1 of 2".
    pub fn goal_number(&self, n: usize, of: usize) -> String {
        let numbers = [("n", &*n.to_string()), ("m", &*of.to_string())];
        fill(self.label.goal_number, &numbers)
    }

    /// "A, B and C".
    pub fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => format!("{}{}{last}", first.join(", "), self.and),
        }
    }
}

/// The names that a wording asks for, each once, in order.
#[cfg(test)]
pub(crate) fn braces_in(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn what_is_filled_in_is_not_searched() {
        assert_eq!(
            fill("{a} and {b}", &[("a", "{b}"), ("b", "x")]),
            "{b} and x"
        );
        assert_eq!(fill("{", &[]), "");
    }

    #[test]
    fn dates() {
        let day = Day::parse("2026-03-03").unwrap();
        assert_eq!(en::WORDS.day(day), "3 March 2026");
        assert_eq!(es::WORDS.day(day), "3 de marzo de 2026");
        assert_eq!(en::WORDS.weekday(day), "Tuesday 3 March 2026");
        assert_eq!(es::WORDS.weekday(day), "martes 3 de marzo de 2026");
    }

    /// Every wording of a language asks for the same names as the English one, and is not empty.
    fn says_the_same(at: &str, english: &Value, theirs: &Value) {
        match (english, theirs) {
            (Value::String(ours), Value::String(said)) => {
                assert!(!said.is_empty(), "{at}");
                assert_eq!(braces_in(ours), braces_in(said), "{at}");
            }
            (Value::Array(ours), Value::Array(said)) => {
                assert_eq!(ours.len(), said.len(), "{at}");
                for (n, (ours, said)) in ours.iter().zip(said).enumerate() {
                    says_the_same(&format!("{at}.{n}"), ours, said);
                }
            }
            (Value::Object(ours), Value::Object(said)) => {
                for (name, ours) in ours {
                    says_the_same(&format!("{at}.{name}"), ours, &said[name]);
                }
            }
            _ => panic!("{at}"),
        }
    }

    #[test]
    fn each_language_says_the_same_in_its_words() {
        let english = serde_json::to_value(&en::WORDS).unwrap();
        for group in [
            "says",
            "contract",
            "others",
            "picture",
            "direction",
            "alignment",
            "measures",
            "points",
        ] {
            assert!(english[group].is_object(), "{group}");
        }
        for language in Language::ALL {
            let theirs = serde_json::to_value(words(*language)).unwrap();
            says_the_same(&format!("{language:?}"), &english, &theirs);
        }
    }
}
