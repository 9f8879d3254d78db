//! The anonymised story: what the coachee released for anybody, in exactly those words.

use crate::day::Day;
use crate::nameless::{Nameblind, Part, unsure};
use crate::record::{Audience, Case, Release};
use crate::words::{Language, Topic, Voice};

/// What may be told to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientStory {
    language: Language,
    on: Day,
    told: Vec<Told>,
    left_out: u32,
    unsure: Vec<String>,
}

/// One released wording.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    topic: Topic,
    voice: Voice,
    wording: String,
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Told<{:?}>({} bytes)", self.topic, self.wording.len())
    }
}

impl Told {
    /// Its topic.
    #[must_use]
    pub fn topic(&self) -> Topic {
        self.topic
    }

    /// Whose voice it is in.
    #[must_use]
    pub fn voice(&self) -> Voice {
        self.voice
    }

    /// The exact wording that the coachee released.
    #[must_use]
    pub fn wording(&self) -> &str {
        &self.wording
    }
}

impl ClientStory {
    /// The language of the engagement's documents.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The day as of which it is written.
    #[must_use]
    pub fn on(&self) -> Day {
        self.on
    }

    /// The wordings, in the order in which they were released.
    #[must_use]
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// How many released wordings are left out because they hold a known name: the coachee releases
    /// another wording then.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.left_out
    }

    /// The words in it that may be names.
    #[must_use]
    pub fn unsure(&self) -> &[String] {
        &self.unsure
    }
}

/// What the coachee has released for anybody and that counts on a day, exactly as it was released. A
/// wording that holds a known name is left out, and is never changed instead.
#[must_use]
pub fn client_story(case: &Case, on: Day) -> ClientStory {
    let mut released: Vec<&Release> = case
        .engagement
        .releases
        .iter()
        .filter(|release| release.audience == Audience::Public && release.counts(on))
        .filter(|release| !release.wording.is_empty())
        .collect();
    released.sort_by_key(|r| (r.given, r.topic, r.wording.for_the_coach(), r.voice));
    let mut blind = Nameblind::of(case);
    for release in &released {
        blind.learn(release.wording.for_the_coach());
    }
    let mut story = ClientStory {
        language: case.engagement.language,
        on,
        told: Vec::new(),
        left_out: 0,
        unsure: Vec::new(),
    };
    let mut texts = Vec::new();
    for release in released {
        let wording = release.wording.for_the_coach();
        let nameless = blind.without_names(wording);
        let is_a_name = |part| matches!(part, Part::StandIn(_) | Part::Chosen(_));
        if nameless.parts().any(is_a_name) {
            story.left_out += 1;
            continue;
        }
        texts.push(nameless);
        story.told.push(Told {
            topic: release.topic,
            voice: release.voice,
            wording: wording.to_owned(),
        });
    }
    story.unsure = unsure(&texts);
    story
}
