//! Every combination of topic, rule, role, release, agreement, origin and attendance for one item,
//! against the rules written down once more as a table.

use coaching::agreement::{Agreement, Boundary};
use coaching::meetings::Decision;
use coaching::record::{Audience, Case, Commitment, Contact, Noted};
use coaching::text::{Tag, Text};
use coaching::view::View;
use coaching::words::{Channel, CommitmentStatus, Role, Rule, Topic, Voice};

use crate::support::build::*;

pub const ITEM: &str = "The item itself";
pub const RELEASED: &str = "What was released of it";

/// What has been released of the item to the chair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Released {
    Nothing,
    ToAnother,
    ToTheSupervisor,
    ToThePublic,
    InTheCoachsVoice,
    Live,
    Withdrawn,
}

/// Which agreement there is: one that names the rule, and perhaps a later one that names nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Agreed {
    Never,
    Draft,
    InForce,
    Superseded,
}

#[derive(Clone, Copy, Debug)]
pub struct Scope {
    pub topic: Topic,
    pub rule: Rule,
    pub role: Role,
    pub released: Released,
    pub agreed: Agreed,
    /// The party in the chair said or promised it.
    pub own: bool,
    /// The party in the chair sat in the meeting where it was decided.
    pub sat: bool,
}

/// Whether the item and the released words may be seen.
fn may_see(s: Scope) -> (bool, bool) {
    use Topic as T;
    let coachee = s.role == Role::Coachee;
    let rule = match (s.role, s.agreed) {
        (Role::Supervisor, _) => Rule::Confidential,
        (_, Agreed::InForce) => s.rule,
        (Role::Coachee, _) if matches!(s.topic, T::Reflections | T::FeedbackVerbatim) => {
            Rule::Confidential
        }
        (Role::Coachee, _) => Rule::Shared,
        _ => Rule::Confidential,
    };
    let words_go_out = matches!(
        (s.released, rule),
        (
            Released::Live,
            Rule::Shared | Rule::WithConsent | Rule::CoacheeShares
        ) | (Released::InTheCoachsVoice, Rule::Shared | Rule::WithConsent)
    );
    let open = rule == Rule::Shared;
    let item = match s.topic {
        T::FeedbackCombined => false,
        T::BaselineGoals | T::MeetingOutcomes => open || s.sat,
        T::Commitments => open || s.sat || s.own,
        T::Engagement
        | T::Attendance
        | T::Fees
        | T::CurrentGoals
        | T::SessionContent
        | T::SponsorContact => open,
        T::Reflections => open && (coachee || !words_go_out),
        _ => s.own || open && (coachee || !words_go_out),
    };
    let released = match coachee {
        // The coachee sees what they released, withdrawn or not, to whomever.
        true => s.released != Released::Nothing,
        false => words_go_out,
    };
    (item, released)
}

fn noted<T: Tag>(s: Scope, chair: &str) -> Vec<Noted<T>> {
    let mut note = note("item", "2026-03-05", ITEM);
    note.said_by = s.own.then(|| id(chair));
    vec![note]
}

/// An engagement with that one item.
pub fn record(s: Scope, chair: &str) -> Case {
    let mut case = case();
    case.people.extend([person("Ingrid"), person("Tom")]);
    let e = &mut case.engagement;
    e.parties.push(party("tom", Role::HrPartner));
    if s.role != Role::Coachee {
        e.parties.push(party("ingrid", s.role));
    }
    e.agreements = agreements(s);
    let attended: &[&str] = if s.sat { &["tom", chair] } else { &["tom"] };
    let mut meeting = held("meeting", "2026-03-05", attended);
    e.goals = vec![goal("g", vec![version("g-1", "2026-03-02", "A goal")])];
    match s.topic {
        Topic::Engagement => e.name = ITEM.into(),
        Topic::Attendance => e.sessions = vec![session("s", "2026-03-05")],
        Topic::Fees => e.fees = text(ITEM),
        Topic::BaselineGoals => meeting.agreed = vec![agreed("g", "g-1", ITEM)],
        Topic::CurrentGoals => e.goals[0].versions[0].title = text(ITEM),
        Topic::Progress => e.progress = noted(s, chair),
        Topic::Themes => e.themes = noted(s, chair),
        Topic::SupportNeeded => e.support_needed = noted(s, chair),
        Topic::Purpose => e.purpose = noted(s, chair),
        Topic::Insights => e.insights = noted(s, chair),
        Topic::Practices => e.practices = noted(s, chair),
        Topic::Assessments => e.assessments = noted(s, chair),
        Topic::FeedbackVerbatim => e.feedback = noted(s, chair),
        Topic::Alignment => e.expectations = noted(s, chair),
        Topic::Reflections => e.reflections = noted(s, chair),
        Topic::FeedbackCombined => {}
        Topic::SessionContent => {
            let mut session = session("s", "2026-03-05");
            session.record = text(ITEM);
            e.sessions = vec![session];
        }
        Topic::MeetingOutcomes => {
            let text = text(ITEM);
            meeting.decisions = vec![Decision { id: id("d"), text }];
        }
        Topic::Commitments => {
            e.commitments = vec![Commitment {
                id: id("c"),
                by: s.own.then(|| id(chair)),
                text: text(ITEM),
                made: day("2026-03-05"),
                due: None,
                status: CommitmentStatus::Open,
                settled: None,
                session: None,
                meeting: Some(id("meeting")),
            }];
        }
        Topic::SponsorContact => {
            e.sponsor_contacts = vec![Contact {
                id: id("contact"),
                party: id(if s.own { chair } else { "tom" }),
                on: day("2026-03-05"),
                how: Channel::Call,
                text: text(ITEM),
                coachee_told: None,
                withheld: Text::empty(),
                resolved: None,
            }];
        }
    }
    e.meetings = vec![meeting];
    if s.released != Released::Nothing {
        let mut release = release(chair, s.topic, "2026-03-06", RELEASED);
        release.audience = match s.released {
            Released::ToAnother => Audience::Party(id("tom")),
            Released::ToTheSupervisor => Audience::Supervisor,
            Released::ToThePublic => Audience::Public,
            _ => Audience::Party(id(chair)),
        };
        release.note = Some(id("item"));
        if s.released == Released::InTheCoachsVoice {
            release.voice = Voice::Coach;
        }
        if s.released == Released::Withdrawn {
            release.withdrawn = Some(day("2026-03-10"));
        }
        e.releases = vec![release];
    }
    case
}

/// The agreement names the rule, and shares that the engagement exists, so that its meetings do.
fn agreements(s: Scope) -> Vec<Agreement> {
    let of = |topic, rule| Boundary {
        topic,
        role: s.role,
        rule,
    };
    let mut named = vec![of(s.topic, s.rule)];
    if s.topic != Topic::Engagement {
        named.push(of(Topic::Engagement, Rule::Shared));
    }
    let mut first = agreement("2026-03-01", named);
    match s.agreed {
        Agreed::Never => vec![],
        Agreed::InForce => vec![first],
        Agreed::Superseded => vec![agreement("2026-03-08", vec![]), first],
        Agreed::Draft => {
            first.assents[0].party = id("tom");
            vec![first]
        }
    }
}

/// Whether the item and the released words stand in a view.
pub fn item_and_released_words(view: &View, topic: Topic) -> (bool, bool) {
    let json = bytes(view);
    let item = match topic {
        Topic::Attendance => view.attendance().is_some(),
        _ => json.contains(ITEM),
    };
    (item, json.contains(RELEASED))
}

fn check(s: Scope) {
    let chair = if s.role == Role::Coachee {
        "maya"
    } else {
        "ingrid"
    };
    let view = sit(&record(s, chair), chair, "2026-03-10");
    let seen = item_and_released_words(&view, s.topic);
    assert_eq!(
        seen,
        may_see(s),
        "(item, released words) of {s:?} in {}",
        bytes(&view)
    );
}

#[test]
fn every_combination_for_one_item() {
    use Agreed as A;
    use Released as R;
    let mut counted = 0;
    for &topic in Topic::ALL {
        for &rule in Rule::ALL {
            for &role in Role::ALL {
                for released in [
                    R::Nothing,
                    R::ToAnother,
                    R::ToTheSupervisor,
                    R::ToThePublic,
                    R::InTheCoachsVoice,
                    R::Live,
                    R::Withdrawn,
                ] {
                    for agreed in [A::Never, A::Draft, A::InForce, A::Superseded] {
                        for (own, sat) in
                            [(false, false), (true, false), (false, true), (true, true)]
                        {
                            check(Scope {
                                topic,
                                rule,
                                role,
                                released,
                                agreed,
                                own,
                                sat,
                            });
                            counted += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(counted, 20 * 4 * 6 * 7 * 4 * 4);
}
