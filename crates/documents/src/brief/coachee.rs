//! The brief for the coachee.

use coaching::drift::DriftKind;
use coaching::view::{DriftSeen, GoalStory, MeetingSeen, PreparationSeen, View};
use coaching::words::{Role, Rule, Topic};

use super::of_this_view;
use crate::alignment;
use crate::content::{Block, Chair, Content, Fact, Item, Kind};
use crate::direction::{self, Reader};
use crate::language::{Occasion, fill};
use crate::measures::measures;
use crate::parts::{
    Desk, Head, agenda, agreed_when, by_topic, capital, dated_item, fact, fact_of, last_meeting,
    meeting_facts, open_promises, outcomes, paragraph, plain_item, promises, questions,
};
use crate::refused::Refused;
use crate::talking_points::to_say;

/// How many of the latest insights and notes of progress are talking points.
const LATEST: usize = 3;

/// The brief that prepares the coachee for a meeting.
///
/// # Errors
/// [`Refused`] when the view is not the coachee's, holds nothing, or not this meeting.
pub fn brief_for_coachee(view: &View, meeting: &MeetingSeen) -> Result<Content, Refused> {
    let desk = Desk::of(view, |role| role == Role::Coachee)?;
    of_this_view(view, meeting)?;
    let w = desk.w;
    let occasion = (w.occasion)(*meeting.kind());
    let head = Head {
        kind: Kind::Brief,
        chair: Chair::Coachee,
        role: Some(Role::Coachee),
        eyebrow: fill(w.label.brief, &[("name", desk.reader)]),
        title: occasion.name.to_owned(),
        facts: meeting_facts(&desk, meeting),
    };
    let h = &w.heading;
    let last = last_meeting(view.meetings(), meeting);
    let promised = promises(&desk, &open_promises(view.commitments()));
    let speaks = vec![
        paragraph(desk.says(w.says.speaks)),
        paragraph(desk.says(w.says.speaks_2)),
    ];
    Ok(desk.content(
        head,
        vec![
            desk.section(
                h.purpose,
                vec![Block::Lead {
                    text: desk.says(occasion.for_coachee),
                }],
            ),
            desk.section(h.preparation, prepared(&desk, meeting, &occasion)),
            desk.section(h.moved, moved(&desk, view)),
            desk.section(h.talking, talking_points(&desk, view)),
            to_say(&desk, view, meeting),
            measures(&desk, view.measures(), view.attainment().as_ref()),
            direction::serves(&desk, Reader::Coachee, view.goals(), view.ties()),
            direction::threads_lately(&desk, Reader::Coachee, view.threads()),
            alignment::clashes(&desk, view.clashes()),
            desk.section(h.ask_for, support(view, meeting)),
            desk.section(h.promises, promised.into_iter().collect()),
            desk.section(h.last_time, last.map_or(vec![], |m| outcomes(&desk, m))),
            desk.section(
                h.contacts_seen,
                by_topic(&desk, view, &[Topic::SponsorContact], false),
            ),
            desk.section(h.agenda, vec![agenda(&desk, meeting)]),
            desk.section(h.who_may_know, rules(&desk, view)),
            desk.section(h.released, released(&desk, view, false)),
            desk.section(h.confidentiality, speaks),
        ],
    ))
}

/// How the coachee prepared, as labelled lines.
pub(crate) fn preparation(desk: &Desk, prepared: &PreparationSeen) -> Vec<Fact> {
    let l = &desk.w.label;
    let mut facts: Vec<Fact> = [
        fact_of(l.good_outcome, prepared.good_outcome().as_ref()),
        fact_of(l.from_my_manager, prepared.from_my_manager().as_ref()),
        fact_of(l.on_the_table, prepared.on_the_table().as_ref()),
        fact_of(l.off_the_table, prepared.off_the_table().as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    facts.extend(
        prepared
            .coach_does()
            .map(|does| fact(l.coach_does, (desk.w.coach_does)(does))),
    );
    facts
}

fn prepared(desk: &Desk, meeting: &MeetingSeen, occasion: &Occasion) -> Vec<Block> {
    let facts = meeting
        .preparation()
        .as_ref()
        .map_or(vec![], |prepared| preparation(desk, prepared));
    if facts.is_empty() {
        return vec![
            paragraph(desk.says(desk.w.says.not_prepared)),
            questions(desk, occasion.coachee_thinks),
        ];
    }
    vec![Block::Facts { items: facts }]
}

/// What the sponsor's side agreed to, what the goals are now, and who has been told.
fn moved(desk: &Desk, view: &View) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = Vec::new();
    if let Some((last, earlier)) = view.baselines().split_last() {
        let wording = if earlier.is_empty() {
            w.says.agreed_on
        } else {
            w.says.agreed_again_on
        };
        blocks.push(agreed_when(desk, wording, last));
    }
    if view
        .drift()
        .iter()
        .all(|row| *row.drift() == DriftKind::Unchanged)
    {
        blocks.push(paragraph(desk.says(w.says.nothing_moved)));
    }
    blocks.extend(drift_blocks(desk, view.drift(), view.goals()));
    blocks
}

/// The drift, goal by goal.
pub(crate) fn drift_blocks(desk: &Desk, rows: &[DriftSeen], goals: &[GoalStory]) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = Vec::new();
    for (row, n) in rows.iter().zip(1..) {
        let changed = row.agreed().as_ref() != Some(row.now());
        let mut facts = Vec::new();
        if let (Some(agreed), true) = (row.agreed(), changed) {
            facts.push(fact(w.label.agreed, agreed.clone()));
        }
        let what = (w.drift)(*row.drift());
        let standing = match row.since() {
            Some(since) => fill(w.says.on_date, &[("what", what), ("date", &w.day(*since))]),
            None => what.to_owned(),
        };
        facts.push(fact(w.label.became, capital(&standing)));
        let into = successors(row, goals);
        if !into.is_empty() {
            facts.push(fact(w.label.into, w.list(&into)));
        }
        for telling in row.tellings() {
            let since = telling.since().map(|day| w.day(day)).unwrap_or_default();
            let by = telling.by().or(*telling.since());
            let by = by.map(|day| w.day(day)).unwrap_or_default();
            let state = fill(
                (w.telling)(*telling.state()),
                &[("since", &since), ("by", &by)],
            );
            facts.push(fact(telling.to(), capital(&state)));
        }
        blocks.push(Block::Goal {
            number: w.goal_number(n, rows.len()),
            title: row.now().clone(),
            facts,
            blocks: Vec::new(),
        });
    }
    blocks
}

/// What took the place of a goal that ended.
fn successors<'g>(row: &DriftSeen, goals: &'g [GoalStory]) -> Vec<&'g str> {
    goals
        .iter()
        .filter_map(|story| story.versions().last())
        .filter(|now| now.title().text() == row.now() && !now.status().goes_on())
        .flat_map(|now| now.into().iter().map(String::as_str))
        .collect()
}

/// The coachee's own words about each goal that goes on or has just moved, and the latest insights.
fn talking_points(desk: &Desk, view: &View) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = Vec::new();
    for story in view.goals() {
        blocks.extend(goal_in_own_words(desk, story));
    }
    for topic in [Topic::Progress, Topic::Insights] {
        let lines = view.section(topic);
        let latest = &lines[lines.len().saturating_sub(LATEST)..];
        if latest.is_empty() {
            continue;
        }
        blocks.push(Block::Subheading {
            text: capital((w.topic)(topic)),
        });
        blocks.extend(latest.iter().map(|line| Block::Quotation {
            text: line.text().clone(),
            by: match line.said_by() {
                Some(name) if name != desk.reader => {
                    format!("{name}, {}", w.day(*line.on()))
                }
                _ => w.day(*line.on()),
            },
        }));
    }
    blocks
}

fn goal_in_own_words(desk: &Desk, story: &GoalStory) -> Vec<Block> {
    let w = desk.w;
    let Some(now) = story.versions().last() else {
        return Vec::new();
    };
    let reason = now
        .reason()
        .as_ref()
        .filter(|_| !now.agreed().iter().any(|day| day >= now.on()));
    let mut inside: Vec<Block> = Vec::new();
    if now.status().goes_on() {
        inside.extend(now.words().iter().map(|line| Block::Quotation {
            text: line.text().clone(),
            by: w.day(*line.on()),
        }));
    }
    let facts: Vec<Fact> = [
        fact_of(
            w.label.why,
            now.why().as_ref().filter(|_| now.status().goes_on()),
        ),
        fact_of(w.label.reason, reason),
    ]
    .into_iter()
    .flatten()
    .collect();
    if inside.is_empty() && facts.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Subheading {
        text: now.title().text().clone(),
    }];
    blocks.extend(inside);
    if !facts.is_empty() {
        blocks.push(Block::Facts { items: facts });
    }
    blocks
}

fn support(view: &View, meeting: &MeetingSeen) -> Vec<Block> {
    let asked = meeting
        .preparation()
        .as_ref()
        .and_then(|prepared| prepared.from_my_manager().as_ref());
    let items: Vec<Item> = asked
        .into_iter()
        .chain(view.section(Topic::SupportNeeded))
        .map(plain_item)
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { items }]
    }
}

/// Who may be told what: the rules of the agreement, role by role, in words. Roles under the same
/// rules are named together; a topic that no rule names is confidential.
pub(crate) fn rules(desk: &Desk, view: &View) -> Vec<Block> {
    let w = desk.w;
    if view.rules().is_empty() {
        return vec![paragraph(w.says.no_rules)];
    }
    let mut roles: Vec<Role> = desk
        .heading
        .parties()
        .iter()
        .map(|party| *party.role())
        .filter(|role| role.on_the_sponsors_side())
        .collect();
    roles.dedup();
    let mut groups: Vec<(Vec<Role>, Vec<Fact>)> = Vec::new();
    for role in roles {
        let facts = rules_for(desk, view, role);
        match groups.iter_mut().find(|(_, known)| *known == facts) {
            Some((same, _)) => same.push(role),
            None => groups.push((vec![role], facts)),
        }
    }
    let mut blocks = Vec::new();
    for (roles, facts) in groups {
        let names: Vec<&str> = desk
            .heading
            .parties()
            .iter()
            .filter(|party| roles.contains(party.role()))
            .map(|party| party.name().as_str())
            .collect();
        blocks.push(Block::Subheading {
            text: fill(w.says.rules_for, &[("names", &w.list(&names))]),
        });
        blocks.push(Block::Facts { items: facts });
    }
    blocks
}

fn rules_for(desk: &Desk, view: &View, role: Role) -> Vec<Fact> {
    let w = desk.w;
    let rule_of = |topic: Topic| {
        view.rules()
            .iter()
            .find(|rule| *rule.role() == role && *rule.topic() == topic)
            .map_or(Rule::Confidential, |rule| *rule.rule())
    };
    Rule::ALL
        .iter()
        .filter_map(|&rule| {
            let topics: Vec<&str> = Topic::ALL
                .iter()
                .filter(|topic| rule_of(**topic) == rule)
                .map(|topic| (w.topic)(*topic))
                .collect();
            let topics = capital(&w.list(&topics));
            (!topics.is_empty()).then(|| fact((w.rule)(rule), topics))
        })
        .collect()
}

/// What the coachee released; with `all`, what was withdrawn as well.
pub(crate) fn released(desk: &Desk, view: &View, all: bool) -> Vec<Block> {
    let w = desk.w;
    view.releases()
        .iter()
        .filter(|release| all || release.withdrawn().is_none())
        .map(|release| {
            let to = match release.audience().as_str() {
                "public" => w.label.public,
                "supervisor" => (w.role)(Role::Supervisor),
                name => name,
            };
            let date = w.day(*release.given());
            let until = release.withdrawn().map(|day| w.day(day));
            let wording = match until {
                Some(_) => w.says.released_withdrawn,
                None => w.says.released_to,
            };
            let until = until.unwrap_or_default();
            let with = [("name", to), ("date", &*date), ("until", &*until)];
            Block::Quotation {
                text: release.wording().text().clone(),
                by: fill(wording, &with),
            }
        })
        .collect()
}

/// Lines with their days, as a list.
pub(crate) fn dated(desk: &Desk, view: &View, topic: Topic) -> Vec<Block> {
    let items: Vec<Item> = view
        .section(topic)
        .iter()
        .map(|line| dated_item(desk, line))
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { items }]
    }
}
