//! A made-up practice of a given size, as a document of the interchange format.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// The day on which such a practice is looked at.
pub const TODAY: &str = "2026-09-16";

/// What is typed, letter by letter, when finding is measured: common and rare, in each language, a
/// part of a word, several words, and nothing that is there.
pub const SEARCHES: &[&str] = &[
    "the session",
    "delegation",
    "legat",
    "conversación difícil",
    "Verantwortung",
    "委托授权",
    "الاجتماع",
    "Maya Okafor 17",
    "quixotic",
    "zzzzzz",
];

/// How large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many engagements.
    pub engagements: usize,
    /// How many sessions in all of them together.
    pub sessions: usize,
}

impl Size {
    /// The size of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (engagements, sessions) = match name {
            "S" => (15, 180),
            "M" => (280, 4_800),
            "L" => (750, 18_000),
            "XL" => (2_000, 60_000),
            _ => return None,
        };
        Some(Self {
            engagements,
            sessions,
        })
    }

    /// How many sessions an engagement has: the second has 150 where there are enough, and the others
    /// share the rest evenly.
    fn sessions_of(self, engagement: usize) -> usize {
        let long = if self.sessions > 1_000 { 150 } else { 0 };
        if engagement == 1 && long > 0 {
            return long;
        }
        let (left, among) = (
            self.sessions - long,
            self.engagements - usize::from(long > 0),
        );
        let place = if long > 0 && engagement > 1 {
            engagement - 1
        } else {
            engagement
        };
        left / among + usize::from(place < left % among)
    }
}

const ENGLISH: &str = "the a of and to in she he they team board session launch platform trust delegation decision meeting week \
    quiet noticed almost before after speak listen wanted afraid ready manager colleague handover energy question answer again \
    yesterday tomorrow plan result promise practice pause room voice silence first second perhaps because although however";
const SPANISH: &str = "la el de que y en ella equipo reunión sesión conversación difícil confianza decisión semana propósito mañana \
    después pregunta respuesta jefe compañera delegación miedo cambio año compromiso práctica escuchar hablar silencio";
const GERMAN: &str = "die der das und sie er Gespräch Verantwortung Entscheidung Woche Sitzung Vertrauen Übergabe Führung Frage \
    Antwort müde größer früher später Vorstand Mitarbeiterin zuhören sprechen Übung Verabredung Ziel Zweifel";
const CHINESE: &str = "她 说 团队 会议 委托 授权 信任 决定 安静 提问 回答 领导 上线 平台 变化 目标 练习 承诺 下周 害怕 准备 倾听 沉默";
const ARABIC: &str = "هي الفريق الاجتماع الثقة القرار الأسبوع السؤال الجواب الهدف التفويض الخوف الاستماع الصمت الوعد التغيير المديرة";

/// Numbers that look random and are always the same (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        // The remainder is smaller than `end`, which is a usize.
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    /// Between 0 and 1, neither of them.
    fn share(&mut self) -> f64 {
        (self.below(1 << 30) as f64 + 0.5) / f64::from(1 << 30)
    }

    /// How many words a note has: log-normal, half of them under 180, at most 6,000.
    fn length(&mut self) -> usize {
        let (radius, angle) = (
            (-2.0 * self.share().ln()).sqrt(),
            self.share() * std::f64::consts::TAU,
        );
        let words = (180_f64.ln() + 0.9 * radius * angle.cos()).exp();
        words.clamp(3.0, 6_000.0) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = self.below(list.len());
        list.get(at).copied().unwrap_or_default()
    }

    /// A text of that many words. Common words are common: the earlier ones of a list come more often.
    fn text(&mut self, language: usize, words: usize) -> String {
        let all = [ENGLISH, SPANISH, GERMAN, CHINESE, ARABIC];
        let list: Vec<&str> = all[language % all.len()].split_whitespace().collect();
        let mut text = String::new();
        for word in 0..words {
            if word > 0 {
                text.push_str(if word % 23 == 0 {
                    ".\n"
                } else if language == 3 {
                    ""
                } else {
                    " "
                });
            }
            let at = self.below(list.len()).min(self.below(list.len()));
            match self.below(40) {
                // A word of its own, as names and terms are.
                0 => {
                    for _ in 0..2 + self.below(3) {
                        text.push_str(self.pick(&[
                            "ka", "lo", "mi", "ren", "tos", "vi", "da", "nu", "gel", "par",
                        ]));
                    }
                }
                _ => text.push_str(list[at]),
            }
        }
        text
    }
}

/// Some engagements of a practice of this size, with their people, as one document.
#[must_use]
pub fn practice(size: Size, which: Range<usize>) -> Value {
    let people: Vec<Value> = which.clone().flat_map(people).collect();
    let engagements: Vec<Value> = which.map(|at| engagement(size, at)).collect();
    json!({
        "format": "three-chairs", "version": 1, "people": people, "engagements": engagements
    })
}

fn people(at: usize) -> [Value; 2] {
    let mut dice = Dice(at as u64 + 1);
    let first = dice.pick(&[
        "Maya", "Jonas", "Lucía", "Wei", "Amal", "Ingrid", "Tom", "Zoë",
    ]);
    let last = dice.pick(&[
        "Okafor",
        "Lindqvist",
        "Beltrán",
        "Zhang",
        "Haddad",
        "Berg",
        "Müller",
    ]);
    [
        json!({ "id": format!("c-{at}"), "name": format!("{first} {last} {at}") }),
        json!({ "id": format!("s-{at}"), "name": format!("Sponsor {last} {at}") }),
    ]
}

fn engagement(size: Size, at: usize) -> Value {
    let mut dice = Dice(at as u64 * 7_919 + 13);
    let sessions = size.sessions_of(at);
    // About forty at a time are under way at most; the others ended, back to twenty years ago.
    let under_way = at < 40.min(size.engagements.div_ceil(2) + 4);
    let today = TODAY.parse::<NaiveDate>().unwrap_or_default();
    let ended_ago = if under_way {
        0
    } else {
        200 + dice.below(6_500) as u64
    };
    let last = today - Days::new(ended_ago + 1);
    let began = last - Days::new(sessions as u64 * 13 + 20);
    let day = |session: usize| (began + Days::new(session as u64 * 13 + 14)).to_string();
    // Most are in one language each: one in two English, the others in turn.
    let language = if dice.below(2) == 0 {
        0
    } else {
        1 + dice.below(4)
    };
    let (coachee, sponsor) = (format!("e-{at}-c"), format!("e-{at}-s"));
    let held: Vec<Value> = (0..sessions)
        .map(|session| {
            let (opening, record, reflective) = (dice.below(40) + 5, dice.length(), dice.length());
            json!({
                "id": format!("e-{at}-{session}"), "on": day(session), "at": "10:00", "minutes": 60,
                "status": "held", "opening": dice.text(language, opening),
                "record": dice.text(language, record),
                "reflective": dice.text(0, reflective / 2)
            })
        })
        .collect();
    let insights: Vec<Value> = (0..sessions)
        .step_by(3)
        .map(|session| {
            let words = 6 + dice.below(30);
            json!({
                "id": format!("e-{at}-i{session}"), "on": day(session),
                "text": dice.text(language, words), "said_by": coachee,
                "session": format!("e-{at}-{session}")
            })
        })
        .collect();
    let commitments: Vec<Value> = (0..sessions)
        .step_by(4)
        .map(|session| {
            let words = 4 + dice.below(14);
            json!({
                "id": format!("e-{at}-p{session}"), "by": coachee, "made": day(session),
                "text": dice.text(language, words), "status": "kept", "settled": day(session)
            })
        })
        .collect();
    let goals: Vec<Value> = (0..3)
        .map(|goal| {
            json!({ "id": format!("e-{at}-g{goal}"), "versions": [{
                "id": format!("e-{at}-g{goal}-1"), "on": began.to_string(),
                "recorded": format!("{began}T09:00:00Z"), "title": dice.text(language, 6),
                "words": dice.text(language, 20), "weight": 1, "place": goal + 1, "status": "active"
            }]})
        })
        .collect();
    let mut made = json!({
        "id": format!("e-{at}"), "name": format!("Engagement {at}"), "language": "en",
        "status": if under_way { "active" } else { "ended" }, "began": began.to_string(),
        "planned_sessions": sessions.min(500), "session_minutes": 60,
        "parties": [
            { "id": coachee, "person": format!("c-{at}"), "role": "coachee", "joined": began.to_string() },
            { "id": sponsor, "person": format!("s-{at}"), "role": "sponsor", "joined": began.to_string() }
        ],
        "agreements": [{
            "id": format!("e-{at}-a"), "effective": began.to_string(),
            "boundaries": [{ "topic": "engagement", "role": "sponsor", "rule": "shared" }],
            "assents": [{ "party": coachee, "on": began.to_string(), "how": "in-writing" }]
        }],
        "sessions": held, "insights": insights, "commitments": commitments, "goals": goals
    });
    if !under_way {
        made["ended"] = json!(last.to_string());
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_has_as_many_sessions_as_it_says_and_one_long_engagement() {
        for name in ["S", "M", "L", "XL"] {
            let size = Size::named(name).unwrap_or(Size {
                engagements: 0,
                sessions: 1,
            });
            let all: Vec<_> = (0..size.engagements)
                .map(|at| size.sessions_of(at))
                .collect();
            assert_eq!(all.iter().sum::<usize>(), size.sessions, "{name}");
            assert_eq!(all.contains(&150), name != "S", "{name}");
        }
    }

    #[test]
    fn the_same_size_is_the_same_practice_and_fits_together() {
        let size = Size {
            engagements: 3,
            sessions: 20,
        };
        let document = practice(size, 0..3);
        assert_eq!(document, practice(size, 0..3));
        let bytes = serde_json::to_vec(&document).unwrap_or_default();
        assert!(practice::interchange::read(&bytes).is_ok());
    }

    #[test]
    fn half_of_the_notes_are_shorter_than_180_words() {
        let mut dice = Dice(5);
        let mut lengths: Vec<_> = (0..10_001).map(|_| dice.length()).collect();
        lengths.sort_unstable();
        assert!((170..190).contains(&lengths[5_000]), "{}", lengths[5_000]);
        assert!(lengths[10_000] <= 6_000);
    }
}
