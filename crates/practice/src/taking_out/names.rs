//! What a person reads where the record refers to something by its id.

use std::collections::BTreeMap;

use coaching::day::Day;
use serde_json::Value;

/// Stands for what was there once.
pub(super) const GONE: &str = "something that is there no more";

/// The most letters of a text that stand for it elsewhere.
const SHORT: usize = 80;

/// What everything is called, by its kind and id.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<(&'static str, String), String>);

impl Names {
    /// The names of a whole practice, in the interchange format.
    pub fn of(practice: &Value) -> Self {
        let mut names = Self::default();
        for (kind, list) in [("organisation", "organisations"), ("person", "people")] {
            for each in items(practice, list) {
                names.add(kind, each, text(each, "name").to_owned());
            }
        }
        for each in items(&practice["own"], "learning") {
            let called = format!("{}, {}", word(text(each, "kind")), day(text(each, "on")));
            names.add("learning", each, called);
        }
        for engagement in items(practice, "engagements") {
            names.add(
                "engagement",
                engagement,
                text(engagement, "name").to_owned(),
            );
            names.add_engagement(engagement);
        }
        names
    }

    fn add_engagement(&mut self, engagement: &Value) {
        for each in items(engagement, "parties") {
            let name = self.name("person", text(each, "person")).to_owned();
            let called = format!("{name} ({})", word(text(each, "role")));
            self.add("party", each, called);
        }
        for goal in items(engagement, "goals") {
            for version in items(goal, "versions") {
                let called = format!("“{}”, {}", text(version, "title"), day(text(version, "on")));
                self.add("version", version, called);
                self.add("goal", goal, format!("“{}”", text(version, "title")));
            }
        }
        for each in items(engagement, "sessions") {
            self.add(
                "session",
                each,
                format!("the session of {}", day(text(each, "on"))),
            );
        }
        for each in items(engagement, "meetings") {
            let kind = word(text(each, "kind"));
            self.add(
                "meeting",
                each,
                format!("the {kind} meeting of {}", day(text(each, "on"))),
            );
        }
        for each in items(engagement, "agreements") {
            let called = format!("the agreement of {}", day(text(each, "effective")));
            self.add("agreement", each, called);
        }
        for each in items(engagement, "releases") {
            self.add("release", each, short(text(each, "wording")));
        }
        for each in items(engagement, "priorities") {
            let last = items(each, "wordings").last();
            self.add(
                "priority",
                each,
                short(last.map_or("", |wording| text(wording, "text"))),
            );
        }
        for list in NOTES {
            for each in items(engagement, list) {
                self.add("note", each, short(text(each, "text")));
            }
        }
        for each in items(engagement, "rounds") {
            let called = format!("the round of {}", day(text(each, "on")));
            self.add("round", each, called);
        }
        self.add_marked(engagement);
    }

    /// What nothing refers to but a mark for supervision.
    fn add_marked(&mut self, engagement: &Value) {
        let decisions = items(engagement, "meetings")
            .iter()
            .flat_map(|meeting| items(meeting, "decisions"));
        let said = ["commitments", "beliefs", "sponsor_contacts"];
        let said = said.iter().flat_map(|list| items(engagement, list));
        for each in said.chain(decisions) {
            self.add("item", each, short(text(each, "text")));
        }
        for (list, title) in [("clashes", "title"), ("threads", "subject")] {
            for each in items(engagement, list) {
                self.add("item", each, short(text(each, title)));
            }
        }
        for (list, kind) in [
            ("positions", "position"),
            ("scores", "score"),
            ("self_ratings", "own rating"),
            ("ties", "tie"),
        ] {
            for each in items(engagement, list) {
                let goal = self.name("goal", text(each, "goal"));
                let called = format!("the {kind} of {} on {goal}", day(text(each, "on")));
                self.add("item", each, called);
            }
        }
        for each in items(engagement, "follow_ups") {
            let called = format!("the follow-up of {}", day(text(each, "due")));
            self.add("item", each, called);
        }
    }

    fn add(&mut self, kind: &'static str, item: &Value, called: String) {
        self.0.insert((kind, text(item, "id").to_owned()), called);
    }

    /// What something of a kind is called; nothing when there is none.
    pub fn name(&self, kind: &'static str, id: &str) -> &str {
        let found = self.0.get(&(kind, id.to_owned()));
        found.map_or("", String::as_str)
    }

    /// What a marked item is called: by its id, perhaps with parts behind colons.
    pub fn item(&self, item: &str) -> String {
        let mut parts = item.split(':');
        let whole = parts.next().unwrap_or_default();
        // An id stands once for its kind alone, so each is looked for where it can be.
        let kinds = match item.contains(':') {
            true => ["session", "priority", "round", "meeting"],
            false => ["note", "version", "item", "release"],
        };
        let mut names = kinds.iter().map(|kind| self.name(kind, whole));
        let name = match (names.find(|name| !name.is_empty()), whole) {
            (Some(name), _) => name,
            (None, "fees" | "attendance") => whole,
            (None, "ending") => "the end",
            (None, _) => return GONE.to_owned(),
        };
        parts.fold(name.to_owned(), |name, part| {
            format!("{name}, {}", self.part(part))
        })
    }

    fn part(&self, part: &str) -> String {
        match (self.name("party", part), self.name("goal", part)) {
            ("", "") => word(&day(part)),
            ("", goal) => goal.to_owned(),
            (party, _) => party.to_owned(),
        }
    }
}

/// The ten lists of notes.
pub(super) const NOTES: &[&str] = &[
    "insights",
    "themes",
    "practices",
    "support_needed",
    "progress",
    "assessments",
    "purpose",
    "expectations",
    "feedback",
    "reflections",
];

/// A list of an object; none when it is missing.
pub(super) fn items<'a>(of: &'a Value, list: &str) -> &'a [Value] {
    of[list].as_array().map_or(&[], Vec::as_slice)
}

/// A text of an object; empty when it is missing.
pub(super) fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

/// A day in words. What is no day stays as it is.
pub(super) fn day(text: &str) -> String {
    Day::parse(text).map_or_else(
        |_| text.to_owned(),
        |day| day.date().format("%-d %B %Y").to_string(),
    )
}

/// A moment of the format, to the minute. What is none stays as it is.
pub(super) fn moment(text: &str) -> String {
    match (text.split_once('T'), text.get(11..16)) {
        (Some((on, _)), Some(at)) if text.ends_with('Z') => format!("{}, {at} UTC", day(on)),
        _ => text.to_owned(),
    }
}

/// A word of the format as a person writes it.
pub(super) fn word(word: &str) -> String {
    match word {
        "hr-partner" => "HR partner".to_owned(),
        "en" => "English".to_owned(),
        "es" => "Spanish".to_owned(),
        "re-scoped" | "mid-point" => word.to_owned(),
        "coachees-own" => "the coachee’s own words".to_owned(),
        "two-chair-record" => "the record of coach and coachee".to_owned(),
        "before" => "first".to_owned(),
        "when-needed" => "extra".to_owned(),
        "week" => "weeks".to_owned(),
        "month" => "months".to_owned(),
        "clock" => "its time had passed".to_owned(),
        "asked" => "the coachee asked for it".to_owned(),
        "law" => "the law".to_owned(),
        other => other.replace(['-', '_'], " "),
    }
}

/// The beginning of a text, in marks.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return format!("“{line}”");
    }
    let start: String = line.chars().take(SHORT).collect();
    let start = start.rsplit_once(' ').map_or(&*start, |(whole, _)| whole);
    format!("“{start} …”")
}
