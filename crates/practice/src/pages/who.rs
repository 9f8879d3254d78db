//! Who may know an item, who does know it, and why; and whether words can be released.

use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId};
use coaching::knows::{self, ItemOf, Who};
use coaching::record::{Audience, Case, Release};
use coaching::releasing::terms;
use coaching::words::Role;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskRelease, AskWho, DoesKnowCard, MayKnowCard, MayRelease, PaperCard, ReleasedCard, WhoCard,
};

impl Desk {
    /// Who may know an item, who does know it, and why.
    ///
    /// # Errors
    /// When the engagement or the item is not there.
    pub fn who(&self, ask: AskWho) -> Result<WhoCard, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let who = knows::who(case, &ask.item, on)
                .ok_or_else(|| Failure::missing("item").at("item"))?;
            Ok(card(case, ask.item, who, on))
        })
    }

    /// The item of an engagement that is meant by its id, as scripts write it
    /// ([`coaching::knows::named`]).
    ///
    /// # Errors
    /// When the engagement or the item is not there.
    pub fn item_named(&self, engagement: &EngagementId, written: &str) -> Result<ItemOf, Failure> {
        self.read_case(engagement, |case, _| {
            knows::named(&case.engagement, written)
                .ok_or_else(|| Failure::missing("item").at("item"))
        })
    }

    /// Whether words can be released to an audience, before anything is typed.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn may_release(&self, ask: AskRelease) -> Result<MayRelease, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let found = terms(case, &ask.audience, ask.topic, ask.voice, on);
            Ok(MayRelease {
                allowed: found.is_ok(),
                message: found
                    .err()
                    .map_or(String::new(), |refusal| refusal.to_string()),
                code: found
                    .err()
                    .map_or(String::new(), |refusal| refusal.code().to_owned()),
                rule: coaching::releasing::rule(case, &ask.audience, ask.topic, on),
                effective: coaching::agreement::in_force(&case.engagement, on)
                    .map(|agreement| agreement.effective),
            })
        })
    }
}

fn card(case: &Case, item: ItemOf, mut who: Who<'_>, on: Day) -> WhoCard {
    // In the order in which parties stand on every page.
    let place = |party: &PartyId| {
        (
            role(case, party),
            case.name(party).to_owned(),
            party.clone(),
        )
    };
    who.may.sort_by_cached_key(|each| place(each.party));
    who.does.sort_by_cached_key(|each| place(each.party));
    who.papers.sort_by_cached_key(|each| place(each.party));
    WhoCard {
        item,
        topic: who.topic,
        item_on: who.on,
        text: who.text.to_owned(),
        chairs: who.chairs,
        said_by: who
            .said_by
            .map_or(String::new(), |party| case.name(party).to_owned()),
        on,
        effective: coaching::agreement::in_force(&case.engagement, on)
            .map(|agreement| agreement.effective),
        may: who
            .may
            .into_iter()
            .map(|party| MayKnowCard {
                party: party.party.clone(),
                name: case.name(party.party).to_owned(),
                role: role(case, party.party),
                may: party.may,
                in_released_words: party.in_released_words,
                as_agreed: party.as_agreed,
                rule: party.rule,
                rule_of: party.role,
                effective: party.effective,
                why: party.ground,
                not: party.not,
            })
            .collect(),
        does: who
            .does
            .into_iter()
            .map(|party| DoesKnowCard {
                party: party.party.clone(),
                name: case.name(party.party).to_owned(),
                role: role(case, party.party),
                how: party.how,
            })
            .collect(),
        papers: who
            .papers
            .into_iter()
            .map(|paper| PaperCard {
                party: paper.party.clone(),
                name: case.name(paper.party).to_owned(),
                number: paper.number,
                on: paper.on,
                kind: paper.kind,
            })
            .collect(),
        releases: who
            .releases
            .into_iter()
            .map(|release| released(case, release, on))
            .collect(),
    }
}

fn role(case: &Case, party: &PartyId) -> Role {
    case.engagement
        .party(party)
        .map_or(Role::Stakeholder, |party| party.role)
}

fn released(case: &Case, release: &Release, on: Day) -> ReleasedCard {
    ReleasedCard {
        release: release.id.clone(),
        audience_name: match &release.audience {
            Audience::Party(party) => case.name(party).to_owned(),
            Audience::Supervisor | Audience::Public => String::new(),
        },
        audience: release.audience.clone(),
        wording: release.wording.for_the_coach().to_owned(),
        voice: release.voice,
        given: release.given,
        withdrawn: release.withdrawn,
        counts: release.counts(on),
    }
}
