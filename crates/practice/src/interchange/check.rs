//! Whether a whole practice fits together: what reaches across engagements, and what the database
//! would refuse without naming a place. The rules inside one engagement are `coaching::check`'s.

use std::collections::{HashMap, HashSet};

use coaching::alignment::Question;
use coaching::check::{faults, is_a_name};
use coaching::closing::Keeps;
use coaching::ids::{AgreementId, MeetingId, ReleaseId};
use coaching::ledger::{Disclosed, Ground, first_break};
use coaching::record::{Engagement, Person, Template};
use coaching::text::keepable;

use super::PracticeRecord;
use super::fault::ImportFault;
use super::limits::engagement_lists;

type Checked = Result<(), ImportFault>;

/// Checks a whole practice.
///
/// # Errors
/// An [`ImportFault`] for the first place that does not fit.
pub fn check(record: &PracticeRecord) -> Checked {
    let mut ids = Ids::default();
    let coach = &record.coach;
    for (field, text) in [
        ("name", &coach.name),
        ("credentials", &coach.credentials),
        ("email", &coach.email),
        ("phone", &coach.phone),
        ("address", &coach.address),
    ] {
        plain(text, || format!("coach.{field}"))?;
    }
    for (o, organisation) in record.organisations.iter().enumerate() {
        let at = format!("organisations[{o}]");
        ids.once("organisation", organisation.id.as_str(), || {
            format!("{at}.id")
        })?;
        name(&organisation.name, || format!("{at}.name"))?;
        plain(&organisation.place, || format!("{at}.place"))?;
    }
    for (p, person) in record.people.iter().enumerate() {
        let at = format!("people[{p}]");
        ids.once("person", person.id.as_str(), || format!("{at}.id"))?;
        self::person(person, &at)?;
        if let Some(organisation) = &person.organisation {
            ids.known("organisation", organisation.as_str(), || {
                format!("{at}.organisation")
            })?;
        }
    }
    for (e, engagement) in record.engagements.iter().enumerate() {
        check_engagement(engagement, &mut ids).map_err(|mut fault| {
            fault.place = if fault.place.is_empty() {
                format!("engagements[{e}]")
            } else {
                format!("engagements[{e}].{}", fault.place)
            };
            fault
        })?;
    }
    questions(&record.questions, &mut ids)?;
    record.letterhead.read()?;
    keeps(record.keeps)?;
    record.own.check(&mut ids)?;
    templates(&record.templates, &mut ids)
}

fn keeps(keeps: Option<Keeps>) -> Checked {
    let Some(keeps) = keeps else { return Ok(()) };
    let fits = |n: u16, most: u16| (1..=most).contains(&n);
    let what = "is none, or longer than can be chosen";
    if !fits(keeps.reflective_months, Keeps::MOST.reflective_months) {
        return Err(ImportFault::inconsistent("keeps.reflective_months", what));
    }
    if !fits(keeps.record_years, Keeps::MOST.record_years) {
        return Err(ImportFault::inconsistent("keeps.record_years", what));
    }
    Ok(())
}

fn questions<'a>(questions: &'a [Question], ids: &mut Ids<'a>) -> Checked {
    for (q, question) in questions.iter().enumerate() {
        let at = format!("questions[{q}]");
        ids.once("question", question.id.as_str(), || format!("{at}.id"))?;
        plain(&question.text, || format!("{at}.text"))?;
        if question.text.trim().is_empty() {
            return Err(ImportFault::inconsistent(format!("{at}.text"), "is blank"));
        }
    }
    Ok(())
}

fn templates<'a>(templates: &'a [Template], ids: &mut Ids<'a>) -> Checked {
    let mut names = HashSet::new();
    for (t, template) in templates.iter().enumerate() {
        let at = format!("templates[{t}]");
        ids.once("template", template.id.as_str(), || format!("{at}.id"))?;
        name(&template.name, || format!("{at}.name"))?;
        let mut cells = HashSet::new();
        let twice = |place: String| Err(ImportFault::inconsistent(place, "stands twice"));
        if !names.insert(&template.name) {
            return twice(format!("{at}.name"));
        }
        for (b, boundary) in template.boundaries.iter().enumerate() {
            if !cells.insert((boundary.topic, boundary.role)) {
                return twice(format!("{at}.boundaries[{b}]"));
            }
        }
    }
    Ok(())
}

fn person(person: &Person, at: &str) -> Checked {
    name(&person.name, || format!("{at}.name"))?;
    for (field, text) in [
        ("called", &person.called),
        ("title", &person.title),
        ("email", &person.email),
        ("phone", &person.phone),
    ] {
        plain(text, || format!("{at}.{field}"))?;
    }
    Ok(())
}

/// One engagement. The place of a fault is inside it.
fn check_engagement<'a>(engagement: &'a Engagement, ids: &mut Ids<'a>) -> Checked {
    // Before the rules are asked: some of them look at each pair of goals.
    engagement_lists(engagement)?;
    unique_ids(engagement, ids)?;
    unique_pairs(engagement)?;
    for (p, party) in engagement.parties.iter().enumerate() {
        ids.known("person", party.person.as_str(), || {
            format!("parties[{p}].person")
        })?;
        plain(&party.relation, || format!("parties[{p}].relation"))?;
    }
    if let Some(fault) = faults(engagement).into_iter().next() {
        return Err(ImportFault::inconsistent(fault.place, fault.what));
    }
    ledger(engagement)
}

fn name(name: &str, place: impl FnOnce() -> String) -> Checked {
    if is_a_name(name) {
        return Ok(());
    }
    Err(ImportFault::new(
        "import.name",
        place(),
        "is not a name: it is blank, has over 200 characters or an invisible control character",
    ))
}

fn plain(text: &str, place: impl FnOnce() -> String) -> Checked {
    keepable(text).map_err(|_| {
        let what = "contains an invisible NUL character, or is longer than a million bytes";
        ImportFault::new("import.text", place(), what)
    })
}

/// The ids of the whole practice: each kind is one table, in which an id stands once.
#[derive(Default)]
pub(super) struct Ids<'a>(HashMap<&'static str, HashSet<&'a str>>);

impl<'a> Ids<'a> {
    pub(super) fn once(
        &mut self,
        kind: &'static str,
        id: &'a str,
        place: impl FnOnce() -> String,
    ) -> Checked {
        if self.0.entry(kind).or_default().insert(id) {
            return Ok(());
        }
        let what = format!("is the id of another {kind} of this practice");
        Err(ImportFault::new("import.twice", place(), what))
    }

    pub(super) fn known(
        &self,
        kind: &'static str,
        id: &str,
        place: impl FnOnce() -> String,
    ) -> Checked {
        if self.0.get(kind).is_some_and(|known| known.contains(id)) {
            return Ok(());
        }
        Err(dangling(place(), kind))
    }
}

fn dangling(place: String, kind: &str) -> ImportFault {
    ImportFault::new(
        "import.dangling",
        place,
        format!("names a {kind} that this file does not hold"),
    )
}

fn unique_ids<'a>(e: &'a Engagement, ids: &mut Ids<'a>) -> Checked {
    ids.once("engagement", e.id.as_str(), || "id".into())?;
    macro_rules! once {
        ($kind:literal, $list:ident) => {
            for (at, entry) in e.$list.iter().enumerate() {
                ids.once($kind, entry.id.as_str(), || {
                    format!("{}[{at}].id", stringify!($list))
                })?;
            }
        };
    }
    once!("party", parties);
    once!("session", sessions);
    once!("meeting", meetings);
    once!("goal", goals);
    once!("agreement", agreements);
    once!("commitment", commitments);
    once!("note", expectations);
    once!("note", themes);
    once!("note", support_needed);
    once!("note", purpose);
    once!("note", progress);
    once!("note", insights);
    once!("note", practices);
    once!("note", assessments);
    once!("note", feedback);
    once!("note", reflections);
    once!("mark", supervision);
    once!("position", positions);
    once!("contact", sponsor_contacts);
    once!("score", scores);
    once!("self-rating", self_ratings);
    once!("round", rounds);
    once!("priority", priorities);
    once!("tie", ties);
    once!("thread", threads);
    once!("follow-up", follow_ups);
    once!("belief", beliefs);
    once!("clash", clashes);
    for (c, clash) in e.clashes.iter().enumerate() {
        for (x, experiment) in clash.experiments.iter().enumerate() {
            ids.once("experiment", experiment.id.as_str(), || {
                format!("clashes[{c}].experiments[{x}].id")
            })?;
        }
    }
    once!("release", releases);
    once!("approval", approvals);
    for (g, goal) in e.goals.iter().enumerate() {
        for (v, version) in goal.versions.iter().enumerate() {
            ids.once("goal version", version.id.as_str(), || {
                format!("goals[{g}].versions[{v}].id")
            })?;
        }
    }
    for (m, meeting) in e.meetings.iter().enumerate() {
        for (d, decision) in meeting.decisions.iter().enumerate() {
            ids.once("decision", decision.id.as_str(), || {
                format!("meetings[{m}].decisions[{d}].id")
            })?;
        }
    }
    Ok(())
}

/// Pairs that may stand once only.
fn unique_pairs(e: &Engagement) -> Checked {
    once(
        e.tellings.iter().map(|each| (&each.version, &each.party)),
        |t| format!("tellings[{t}]"),
    )?;
    for (a, agreement) in e.agreements.iter().enumerate() {
        once(agreement.assents.iter().map(|assent| &assent.party), |i| {
            format!("agreements[{a}].assents[{i}].party")
        })?;
    }
    for (m, meeting) in e.meetings.iter().enumerate() {
        once(&meeting.invited, |i| format!("meetings[{m}].invited[{i}]"))?;
        once(&meeting.attended, |i| {
            format!("meetings[{m}].attended[{i}]")
        })?;
    }
    for (g, goal) in e.goals.iter().enumerate() {
        for (v, version) in goal.versions.iter().enumerate() {
            let into = version.shift.iter().flat_map(|shift| &shift.into);
            once(into, |i| {
                format!("goals[{g}].versions[{v}].shift.into[{i}]")
            })?;
        }
    }
    Ok(())
}

fn once<K: Eq + std::hash::Hash>(
    keys: impl IntoIterator<Item = K>,
    place: impl Fn(usize) -> String,
) -> Checked {
    let mut seen = HashSet::new();
    for (at, key) in keys.into_iter().enumerate() {
        if !seen.insert(key) {
            return Err(ImportFault::new("import.twice", place(at), "stands twice"));
        }
    }
    Ok(())
}

/// What the ledger's entries name, and its chain.
fn ledger(e: &Engagement) -> Checked {
    let agreements: HashSet<&AgreementId> = e.agreements.iter().map(|each| &each.id).collect();
    let releases: HashSet<&ReleaseId> = e.releases.iter().map(|each| &each.id).collect();
    let meetings: HashSet<&MeetingId> = e.meetings.iter().map(|each| &each.id).collect();
    let versions: HashSet<_> = e
        .goals
        .iter()
        .flat_map(|goal| &goal.versions)
        .map(|version| &version.id)
        .collect();
    for (l, entry) in e.ledger.iter().enumerate() {
        if let Disclosed::Words {
            version: Some(version),
            ..
        } = &entry.what
            && !versions.contains(version)
        {
            return Err(dangling(
                format!("ledger[{l}].what.words.version"),
                "goal version",
            ));
        }
        let (known, kind) = match &entry.ground {
            Ground::Boundary(id) | Ground::Proposal(id) => (agreements.contains(id), "agreement"),
            Ground::Release(id) => (releases.contains(id), "release"),
            Ground::Meeting(id) => (meetings.contains(id), "meeting"),
            Ground::CoacheesOwn
            | Ground::Approval
            | Ground::TwoChairRecord
            | Ground::Supervision
            | Ground::Access
            | Ground::Exception(_) => (true, ""),
        };
        if !known {
            return Err(dangling(format!("ledger[{l}].ground"), kind));
        }
    }
    match first_break(&e.ledger, vault::sha256_hex) {
        None => Ok(()),
        Some(number) => Err(ImportFault::new(
            "import.ledger",
            format!("ledger[{}]", number.saturating_sub(1)),
            "breaks the ledger's chain: this entry, or one before it, was changed, removed or moved",
        )),
    }
}
