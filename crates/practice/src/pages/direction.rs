//! What goals serve on a day, and the threads of insights.

use coaching::day::Day;
use coaching::direction::{self, Priority, Thread, Tie, TiedTo};
use coaching::ids::NoteId;
use coaching::order;
use coaching::record::Noted;
use coaching::text::about;
use coaching::words::{Chairs, Topic};

use super::cards::{Shown, first, words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskEngagement, DirectionPage, GoalServes, PriorityCard, PriorityWordingCard, PurposeCard,
    ServesCard, ThreadCard, ThreadInsight, ThreadName, WhosePriority,
};

impl Desk {
    /// What goals serve on a day, and the threads of insights up to it.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn direction(&self, ask: AskEngagement) -> Result<DirectionPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let coachee = case.engagement.coachee();
            let coachee = coachee.ok_or_else(|| Failure::missing("coachee"))?;
            let shown = Shown::new(case, on);
            let of = Direction {
                ahead: now.today <= on,
                shown: &shown,
            };
            Ok(DirectionPage {
                engagement: ask.engagement.clone(),
                coachee: coachee.id.clone(),
                on,
                purpose: of.purpose(),
                priorities: of.priorities(),
                goals: of.goals(),
                ties: of.ties(),
                threads: of.threads(),
                loose: of.loose(),
                sponsors_side: of.sponsors_side(),
            })
        })
    }
}

impl Shown<'_> {
    /// The threads in which an insight stands.
    pub(super) fn threads_of(&self, note: &NoteId) -> Vec<ThreadName> {
        let threads = self.case.engagement.threads.iter();
        let mut names: Vec<_> = threads
            .filter(|thread| thread.insights.contains(note))
            .map(|thread| ThreadName {
                id: thread.id.clone(),
                subject: words(&thread.subject),
            })
            .collect();
        names.sort_by(|a, b| a.subject.cmp(&b.subject));
        names
    }

    /// Ties and threads are for two chairs, whatever an agreement opens.
    fn two_chairs(&self, topic: Topic) -> Chairs {
        let coachee = self.case.engagement.coachee();
        self.chairs(topic, coachee.map(|coachee| &coachee.id))
            .min(Chairs::Two)
    }
}

/// The page of one day.
struct Direction<'s, 'c> {
    shown: &'s Shown<'c>,
    /// True today: what was recorded ahead is shown as well.
    ahead: bool,
}

impl Direction<'_, '_> {
    fn shows(&self, day: Day) -> bool {
        self.ahead || day <= self.shown.on
    }

    fn purpose(&self) -> Vec<PurposeCard> {
        let shown = self.shown;
        let e = &shown.case.engagement;
        let in_force = direction::purpose(e, shown.on).map(|note| &note.id);
        let mut said: Vec<&Noted<about::Purpose>> =
            e.purpose.iter().filter(|n| self.shows(n.on)).collect();
        said.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        said.into_iter()
            .map(|note| PurposeCard {
                id: note.id.clone(),
                on: note.on,
                text: words(&note.text),
                said_by_name: note
                    .said_by
                    .as_ref()
                    .map_or(String::new(), |party| shown.case.name(party).to_owned()),
                session: shown.session_source(note.session.as_ref()),
                in_force: Some(&note.id) == in_force,
                chairs: shown.chairs(Topic::Purpose, note.said_by.as_ref()),
            })
            .collect()
    }

    fn priorities(&self) -> Vec<PriorityCard> {
        let e = &self.shown.case.engagement;
        let unserved = direction::unserved(e, self.shown.on);
        let begun = |priority: &Priority| priority.wordings.iter().map(|w| w.on).min();
        let mut priorities: Vec<&Priority> = e
            .priorities
            .iter()
            .filter(|priority| begun(priority).is_some_and(|day| self.shows(day)))
            .collect();
        priorities.sort_by_key(|priority| {
            let stands = priority.on(self.shown.on).is_some();
            (!stands, priority.ended, begun(priority), &priority.id)
        });
        priorities
            .into_iter()
            .map(|priority| {
                let served = !unserved.iter().any(|each| each.id == priority.id);
                self.priority(priority, served)
            })
            .collect()
    }

    fn priority(&self, priority: &Priority, served: bool) -> PriorityCard {
        let shown = self.shown;
        let party = shown.case.engagement.party(&priority.party);
        let mut wordings: Vec<_> = priority
            .wordings
            .iter()
            .filter(|wording| self.shows(wording.on))
            .map(|wording| PriorityWordingCard {
                on: wording.on,
                text: words(&wording.text),
            })
            .collect();
        wordings.sort_by_key(|wording| wording.on);
        let stands = priority.on(shown.on);
        PriorityCard {
            id: priority.id.clone(),
            party: priority.party.clone(),
            party_name: shown.case.name(&priority.party).to_owned(),
            role: party.map_or(coaching::words::Role::Sponsor, |party| party.role),
            now: stands.and_then(|now| wordings.iter().position(|each| each.on == now.on)),
            wordings,
            ended: priority.ended.filter(|ended| self.shows(*ended)),
            served,
            chairs: shown.chairs(Topic::Alignment, Some(&priority.party)),
        }
    }

    fn goals(&self) -> Vec<GoalServes> {
        let e = &self.shown.case.engagement;
        let nothing = direction::serves_nothing(e, self.shown.on);
        order::going_on(e, self.shown.on)
            .into_iter()
            .map(|(goal, now)| GoalServes {
                goal: goal.id.clone(),
                title: words(&now.title),
                began: first(goal).map_or(now.on, |first| first.on),
                serves: !nothing.iter().any(|each| each.id == goal.id),
            })
            .collect()
    }

    fn ties(&self) -> Vec<ServesCard> {
        let e = &self.shown.case.engagement;
        let ties = e.ties.iter().filter(|tie| self.shows(tie.on));
        let mut cards: Vec<ServesCard> = ties.filter_map(|tie| self.tie(tie)).collect();
        cards.sort_by(|a, b| (!a.holds, a.on, &a.id).cmp(&(!b.holds, b.on, &b.id)));
        cards
    }

    fn tie(&self, tie: &Tie) -> Option<ServesCard> {
        let (case, on) = (self.shown.case, self.shown.on);
        let e = &case.engagement;
        let goal = e.goal(&tie.goal)?;
        let (text, whose) = match &tie.to {
            TiedTo::Priority(id) => {
                let priority = e.priorities.iter().find(|each| each.id == *id)?;
                let by_then = priority.wordings.iter().filter(|w| w.on <= on);
                let wording = by_then.max_by_key(|wording| wording.on);
                let whose = case.name(&priority.party).to_owned();
                let earliest = priority.wordings.iter().min_by_key(|wording| wording.on);
                (words(&wording.or(earliest)?.text), Some(whose))
            }
            TiedTo::Purpose(id) => {
                let note = e.purpose.iter().find(|note| note.id == *id)?;
                (words(&note.text), None)
            }
        };
        let holds = direction::serves(e, tie, on);
        Some(ServesCard {
            id: tie.id.clone(),
            goal: tie.goal.clone(),
            goal_title: self.shown.title(goal),
            to: tie.to.clone(),
            text,
            whose,
            words: words(&tie.words),
            on: tie.on,
            until: tie.until.filter(|until| self.shows(*until)),
            holds,
            moved_since: direction::moved_since(e, tie, on).filter(|_| holds),
        })
    }

    fn threads(&self) -> Vec<ThreadCard> {
        let e = &self.shown.case.engagement;
        let mut threads: Vec<_> = e
            .threads
            .iter()
            .map(|thread| self.thread(thread))
            .filter(|card| self.ahead || !card.insights.is_empty())
            .collect();
        threads.sort_by(|a, b| {
            let first = |card: &ThreadCard| card.insights.first().map(|insight| insight.note.on);
            (first(a).is_none(), first(a), &a.subject).cmp(&(
                first(b).is_none(),
                first(b),
                &b.subject,
            ))
        });
        threads
    }

    fn thread(&self, thread: &Thread) -> ThreadCard {
        let insights = thread.up_to(&self.shown.case.engagement, self.shown.on);
        let mut before = None;
        ThreadCard {
            id: thread.id.clone(),
            subject: words(&thread.subject),
            insights: insights
                .into_iter()
                .map(|note| {
                    let gap = before.map(|day| note.on.days_since(day));
                    before = Some(note.on);
                    self.insight(note, gap)
                })
                .collect(),
            chairs: self.shown.two_chairs(Topic::Insights),
        }
    }

    fn loose(&self) -> Vec<ThreadInsight> {
        let e = &self.shown.case.engagement;
        let linked = |id: &NoteId| e.threads.iter().any(|thread| thread.insights.contains(id));
        let mut loose: Vec<_> = e
            .insights
            .iter()
            .filter(|note| self.shows(note.on) && !linked(&note.id))
            .collect();
        loose.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        loose
            .into_iter()
            .map(|note| self.insight(note, None))
            .collect()
    }

    fn insight(&self, note: &Noted<about::Insights>, gap: Option<i64>) -> ThreadInsight {
        ThreadInsight {
            note: self.shown.note(note),
            session: self.shown.session_source(note.session.as_ref()),
            gap,
        }
    }

    fn sponsors_side(&self) -> Vec<WhosePriority> {
        let case = self.shown.case;
        let parties = case.engagement.parties.iter();
        let mut side: Vec<_> = parties
            .filter(|party| party.role.on_the_sponsors_side() && party.is_in(self.shown.on))
            .map(|party| WhosePriority {
                party: party.id.clone(),
                name: case.name(&party.id).to_owned(),
                role: party.role,
            })
            .collect();
        side.sort_by(|a, b| (a.role, &a.name).cmp(&(b.role, &b.name)));
        side
    }
}
