//! The log of hours with what it comes to, supervision, and the professional will.

use std::collections::BTreeMap;

use coaching::day::Day;
use coaching::hours::{Held, log, progress, quarters};
use coaching::ids::LearningId;
use coaching::knows;
use coaching::record::Case;
use coaching::supervision::{ToSupervision, question};
use store::Tx;

use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::types::{
    AskHours, CoacheeHours, EarlierCard, HoursPage, LearningCard, MarkCard, MarkedEngagement,
    SupervisionPage, WillPage,
};

/// How much of a marked text is shown beside its mark.
const FIRST_WORDS: usize = 160;

/// After how many months a will is to be looked through again.
const REVIEW_AFTER: u32 = 12;

impl Desk {
    /// The log of hours, and what it counts towards.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn hours(&self, ask: AskHours) -> Result<HoursPage, Failure> {
        self.read(|tx, now| {
            let on = ask.on.unwrap_or(now.today);
            let sessions = store::hours::held(tx, on)?;
            let earlier = store::hours::all(tx)?;
            let mut held: Vec<Held> = sessions.iter().map(|(_, held)| held.clone()).collect();
            held.extend(earlier.iter().map(coaching::hours::EarlierHours::held));
            let mut coachees: BTreeMap<_, CoacheeHours> = BTreeMap::new();
            for (person, each) in sessions {
                let row = coachees
                    .entry(person.clone())
                    .or_insert_with(|| CoacheeHours {
                        person,
                        name: each.client.clone(),
                        paid: 0,
                        pro_bono: 0,
                        listing: each.listing,
                        listed: each.listing.is_some_and(|listing| listing.holds(on)),
                    });
                row.paid = row.paid.saturating_add(each.paid);
                row.pro_bono = row.pro_bono.saturating_add(each.pro_bono);
            }
            let mut coachees: Vec<CoacheeHours> = coachees.into_values().collect();
            coachees.sort_by_key(|row| row.name.to_lowercase());
            Ok(HoursPage {
                on,
                log: log(&held, on),
                progress: progress(&held, &store::learning::all(tx)?, on),
                coachees,
                earlier: earlier
                    .into_iter()
                    .map(|each| EarlierCard {
                        id: each.id,
                        client: each.client,
                        contact: each.contact,
                        group: each.group,
                        from: each.from,
                        until: each.until,
                        paid: each.paid,
                        pro_bono: each.pro_bono,
                        listing: each.listing,
                    })
                    .collect(),
            })
        })
    }

    /// What is taken to supervision, and what was learnt.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn supervision(&self) -> Result<SupervisionPage, Failure> {
        self.read(|tx, now| {
            let learning = store::learning::all(tx)?;
            let certificates: BTreeMap<LearningId, String> = store::learning::certificates(tx)?
                .into_iter()
                .map(|(id, name, _)| (id, name))
                .collect();
            let quarters = quarters(&learning, now.today).to_vec();
            let card = |each: &coaching::hours::Learning| LearningCard {
                id: each.id.clone(),
                kind: each.kind,
                on: each.on,
                minutes: each.minutes,
                with: each.with.clone(),
                about: each.about.for_the_coach().to_owned(),
                certificate: certificates.get(&each.id).cloned().unwrap_or_default(),
            };
            Ok(SupervisionPage {
                on: now.today,
                quarters,
                learning: learning.iter().rev().map(card).collect(),
                engagements: marked(tx)?,
            })
        })
    }

    /// The professional will, as it is kept.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn will(&self) -> Result<WillPage, Failure> {
        self.read(|tx, now| {
            let will = store::will::get(tx)?;
            let year_ago = now.today.months_before(REVIEW_AFTER);
            let fresh = |reviewed: Day| year_ago.is_none_or(|ago| ago < reviewed);
            let reviewed = will.as_ref().map(|will| will.reviewed);
            Ok(WillPage {
                review_due: reviewed.is_some_and(|day| !day.is_some_and(fresh)),
                will,
            })
        })
    }
}

fn marked(tx: &Tx<'_>) -> Result<Vec<MarkedEngagement>, Failure> {
    let mut all = Vec::new();
    for id in store::supervision::marked(tx)? {
        let case = case(tx, &id)?;
        let marks = &case.engagement.supervision;
        let (waiting, taken): (Vec<_>, Vec<_>) = marks.iter().partition(|m| m.taken.is_none());
        let mut taken: Vec<MarkCard> = taken.into_iter().map(|m| card(&case, m)).collect();
        taken.sort_by_key(|mark| std::cmp::Reverse(mark.taken));
        let coachee = case.engagement.coachee();
        all.push(MarkedEngagement {
            engagement: id,
            name: case.engagement.name.clone(),
            coachee: coachee.map_or(String::new(), |party| case.name(&party.id).to_owned()),
            question: question(marks),
            waiting: waiting.into_iter().map(|m| card(&case, m)).collect(),
            taken,
        });
    }
    all.sort_by_key(|each| (each.waiting.is_empty(), each.name.to_lowercase()));
    Ok(all)
}

fn card(case: &Case, mark: &ToSupervision) -> MarkCard {
    let e = &case.engagement;
    let item = knows::named(e, &mark.item);
    let found = item.as_ref().and_then(|item| knows::words_of(e, item));
    MarkCard {
        id: mark.id.clone(),
        on: mark.on,
        why: mark.why.for_the_coach().to_owned(),
        topic: found.map(|(topic, _, _)| topic),
        text: found.map_or(String::new(), |(_, _, text)| {
            text.trim().chars().take(FIRST_WORDS).collect()
        }),
        // An item whose text went with it is shown as gone.
        item: item.filter(|_| found.is_some()),
        taken: mark.taken,
    }
}
