//! One engagement, and the list of all.

use coaching::agreement::{Boundary, default_rule};
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::ledger::{Disclosed, Exception, Ground, first_break};
use coaching::meetings::{Meeting, baseline};
use coaching::record::{Audience, Case, Release};
use coaching::releasing;
use coaching::words::{DocumentKind, MeetingStatus, Role, Topic};

use super::boundaries::{agreements, agreements_to_sign};
use super::cards::{Shown, words};
use super::session::pace;
use super::story::story;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskDocument, AskEngagement, AskPoints, DocumentRow, EngagementCard, EngagementPage, LedgerCard,
    ReleaseCard,
};

impl Desk {
    /// All engagements, those under way first.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn engagements(&self) -> Result<Vec<EngagementCard>, Failure> {
        self.read(|tx, now| {
            let mut cards: Vec<_> = store::engagement::list(tx, now.today)?
                .into_iter()
                .map(|row| EngagementCard {
                    id: row.id,
                    name: row.name,
                    coachee: row.coachee,
                    sponsors: row.sponsors,
                    organisation: row.organisation,
                    status: row.status,
                    language: row.language,
                    began: row.began,
                    planned_end: row.planned_end,
                    ended: row.ended,
                    planned_sessions: row.planned_sessions,
                    held_sessions: row.held,
                    last_session: row.last_session,
                    next_session: row.next_session.map(|next| next.on),
                    next_meeting: row.next_meeting.map(|next| next.on),
                })
                .collect();
            cards.sort_by(|a, b| {
                (a.ended.is_some(), &a.name, &a.id).cmp(&(b.ended.is_some(), &b.name, &b.id))
            });
            Ok(cards)
        })
    }

    /// One engagement on a day.
    ///
    /// # Errors
    /// When it is not there.
    pub fn engagement(&self, ask: AskEngagement) -> Result<EngagementPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            page(case, ask.on.unwrap_or(now.today), now.today)
        })
    }
}

fn page(case: &Case, on: Day, today: Day) -> Result<EngagementPage, Failure> {
    let e = &case.engagement;
    let shown = Shown::new(case, on);
    let coachee = e.coachee().ok_or_else(|| Failure::missing("coachee"))?;
    Ok(EngagementPage {
        id: e.id.clone(),
        name: e.name.clone(),
        status: e.status,
        language: e.language,
        began: e.began,
        planned_end: e.planned_end,
        ended: e.ended,
        planned_sessions: e.planned_sessions,
        session_minutes: e.session_minutes,
        pace: pace(e, today),
        fees: words(&e.fees),
        fees_chairs: shown.chairs(Topic::Fees, None),
        coachee: coachee.id.clone(),
        coachee_name: case.name(&coachee.id).to_owned(),
        on,
        parties: shown.parties(),
        story: story(case, today),
        goals: shown.goals(),
        baseline_on: baseline(e, on).map(|meeting| meeting.on),
        drift: shown.drift(),
        agreements: agreements(case, on),
        sessions: shown.sessions(),
        meetings: e
            .meetings
            .iter()
            .map(|meeting| shown.meeting(meeting))
            .collect(),
        commitments: e.commitments.iter().map(|c| shown.commitment(c)).collect(),
        positions: e
            .positions
            .iter()
            .map(|position| shown.position(position))
            .collect(),
        contacts: e
            .sponsor_contacts
            .iter()
            .map(|contact| shown.contact(contact))
            .collect(),
        releases: e.releases.iter().map(|r| release(case, r, on)).collect(),
        notes: shown.notes(),
        documents: documents(case, on),
        ledger: ledger(case),
        default_boundaries: default_boundaries(),
        masks: e.masks.clone(),
    })
}

fn release(case: &Case, release: &Release, on: Day) -> ReleaseCard {
    let party = match &release.audience {
        Audience::Party(party) => Some(party.clone()),
        Audience::Supervisor | Audience::Public => None,
    };
    let wording = release.wording.for_the_coach();
    ReleaseCard {
        id: release.id.clone(),
        audience: party
            .as_ref()
            .map_or(String::new(), |party| case.name(party).to_owned()),
        party,
        topic: release.topic,
        wording: wording.to_owned(),
        voice: release.voice,
        given: release.given,
        how: release.how,
        withdrawn: release.withdrawn,
        note: release.note.clone(),
        session: release.session.clone(),
        changed: release.source_changed(&case.engagement),
        goal: release.goal.clone(),
        rule: releasing::rule(case, &release.audience, release.topic, on),
    }
}

/// The documents that can be made: a brief for each invited party of each meeting, the next meeting
/// first, and a summary for each party who gets one; the coach's own beside them.
fn documents(case: &Case, on: Day) -> Vec<DocumentRow> {
    let e = &case.engagement;
    let mut rows = Vec::new();
    let held = |meeting: &&Meeting| meeting.status == MeetingStatus::Held;
    let mut ahead: Vec<&Meeting> = e
        .meetings
        .iter()
        .filter(|meeting| meeting.status == MeetingStatus::Planned)
        .collect();
    ahead.sort_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)));
    let mut behind: Vec<&Meeting> = e.meetings.iter().filter(held).collect();
    behind.sort_by(|a, b| (b.on, &b.at).cmp(&(a.on, &a.at)));
    for meeting in ahead.into_iter().chain(behind) {
        rows.extend(meeting_documents(case, meeting));
    }
    let readers = e
        .parties
        .iter()
        .filter(|party| party.role == Role::Coachee || party.role.on_the_sponsors_side())
        .map(|party| Some(party.id.clone()));
    for party in readers.chain([None]) {
        rows.push(row(case, DocumentKind::Summary, party, None));
    }
    rows.extend(talking_points(case, on));
    rows.extend(agreements_to_sign(case, on));
    rows
}

/// The coachee's talking points towards each party on the sponsor's side, once goals were agreed.
fn talking_points(case: &Case, on: Day) -> Vec<DocumentRow> {
    let e = &case.engagement;
    let Some(coachee) = e.coachee().filter(|_| baseline(e, on).is_some()) else {
        return Vec::new();
    };
    e.parties
        .iter()
        .filter(|party| party.role.on_the_sponsors_side() && party.is_in(on))
        .map(|party| {
            let reader = Some(coachee.id.clone());
            let mut row = row(case, DocumentKind::TalkingPoints, reader, None);
            row.document.points = Some(AskPoints {
                to: Some(party.id.clone()),
                ..AskPoints::default()
            });
            row
        })
        .collect()
}

/// The documents of one meeting: the invitation before it, a brief for each invited party and the
/// coach's sheet, the minutes after it.
pub(super) fn meeting_documents(case: &Case, meeting: &Meeting) -> Vec<DocumentRow> {
    let readers = meeting
        .invited
        .iter()
        .filter(|id| {
            case.engagement
                .party(id)
                .is_some_and(|p| p.role != Role::Supervisor)
        })
        .map(|id| Some(id.clone()));
    let readers: Vec<_> = readers.collect();
    let of = |kind, readers: &[Option<PartyId>]| -> Vec<DocumentRow> {
        let rows = readers.iter().cloned();
        rows.map(|party| row(case, kind, party, Some(meeting)))
            .collect()
    };
    let mut rows = match meeting.status {
        MeetingStatus::Planned => of(DocumentKind::Invitation, &readers),
        _ => Vec::new(),
    };
    rows.extend(of(DocumentKind::Brief, &readers));
    rows.extend(of(DocumentKind::Brief, &[None]));
    if meeting.status == MeetingStatus::Held {
        rows.extend(of(DocumentKind::Minutes, &readers));
    }
    rows
}

pub(super) fn row(
    case: &Case,
    kind: DocumentKind,
    party: Option<coaching::ids::PartyId>,
    meeting: Option<&Meeting>,
) -> DocumentRow {
    DocumentRow {
        for_whom: case.name_or_coach(party.as_ref()).to_owned(),
        role: party
            .as_ref()
            .and_then(|id| case.engagement.party(id))
            .map(|party| party.role),
        meeting_kind: meeting.map(|meeting| meeting.kind),
        meeting_on: meeting.map(|meeting| meeting.on),
        document: AskDocument {
            party,
            meeting: meeting.map(|meeting| meeting.id.clone()),
            ..AskDocument::new(case.engagement.id.clone(), kind)
        },
    }
}

fn ledger(case: &Case) -> Vec<LedgerCard> {
    let entries = &case.engagement.ledger;
    let broken = first_break(entries, vault::sha256_hex);
    entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| {
            let (wording, topic, document) = match &entry.what {
                Disclosed::Words { wording, topic, .. } => {
                    (wording.for_the_coach().to_owned(), Some(*topic), None)
                }
                Disclosed::Document { kind, .. } => (String::new(), None, Some(*kind)),
            };
            LedgerCard {
                number: entry.number,
                on: entry.on,
                to: entry.to.clone(),
                to_name: entry.to.as_ref().map_or("", |to| case.name(to)).to_owned(),
                by: entry.by,
                how: entry.how,
                wording,
                topic,
                document,
                ground: entry.ground.word().to_owned(),
                because: because(case, &entry.ground),
                exception: exception(&entry.ground).map(|why| why.kind),
                consulted: exception(&entry.ground).map(|why| why.consulted),
                reason: exception(&entry.ground)
                    .map_or(String::new(), |why| why.reason.for_the_coach().to_owned()),
                holds: broken.is_none_or(|broken| number < broken),
            }
        })
        .collect()
}

fn exception(ground: &Ground) -> Option<&Exception> {
    match ground {
        Ground::Exception(why) => Some(why),
        _ => None,
    }
}

/// The day of the agreement, release or meeting that was the ground.
fn because(case: &Case, ground: &Ground) -> Option<Day> {
    let e = &case.engagement;
    match ground {
        Ground::Boundary(id) | Ground::Proposal(id) => {
            let found = e.agreements.iter().find(|each| each.id == *id);
            found.map(|agreement| agreement.effective)
        }
        Ground::Release(id) => {
            let found = e.releases.iter().find(|each| each.id == *id);
            found.map(|release| release.given)
        }
        Ground::Meeting(id) => e.meeting(id).map(|meeting| meeting.on),
        _ => None,
    }
}

fn default_boundaries() -> Vec<Boundary> {
    let of = |role: Role| {
        Topic::ALL.iter().map(move |&topic| Boundary {
            topic,
            role,
            rule: default_rule(topic, role),
        })
    };
    Role::ALL.iter().copied().flat_map(of).collect()
}
