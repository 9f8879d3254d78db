//! Disposal: the coach's act. What is shown beforehand is a disposal that is given up at its end, so
//! that it shows exactly what goes (`docs/retention.md`).

use std::collections::BTreeMap;

use coaching::ids::DisposalId;
use coaching::record::Case;
use coaching::retention::{Disposal, Disposed, Standing, retention, without_reflections};
use coaching::words::{DisposalRule, KeptPart};
use serde_json::{Value, json};
use store::Tx;

use crate::changes::new_id;
use crate::clock::Now;
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::locking::KEPT;
use crate::sample;
use crate::types::{AskDisposal, CertificateCard, DisposalPage, Dispose};

/// Said when the file could not be written anew after a disposal.
const STILL_UNCLEAN: &str = "What you disposed of is gone from the record, but the vault's file could \
    not be written anew, perhaps because the disk is full. It is tried again whenever the vault is \
    opened.";

impl Desk {
    /// What a disposal would take away. Nothing is changed.
    ///
    /// # Errors
    /// When a hold stands, the clock has not run out, or there is nothing to dispose of.
    pub fn disposal(&mut self, ask: AskDisposal) -> Result<DisposalPage, Failure> {
        let mut shown = None;
        let given_up = self.turn_back("look at a disposal", |tx, now| {
            let known = case(tx, &ask.engagement)?;
            let certificate = dispose(tx, &known, ask.part, ask.rule, now)?;
            shown = Some(DisposalPage {
                engagement: ask.engagement.clone(),
                name: known.engagement.name,
                part: ask.part,
                rule: ask.rule,
                shown: digest(&certificate.items),
                items: certificate.items,
                asks: !sample::is_marked(tx)?,
            });
            Err::<(), Failure>(Failure::missing("disposal"))
        });
        match (shown, given_up) {
            (Some(page), _) => Ok(page),
            (None, Err(failure)) => Err(failure),
            (None, Ok(())) => Err(Failure::missing("disposal")),
        }
    }

    /// Disposes of what was shown, and leaves a certificate. It cannot be undone.
    ///
    /// # Errors
    /// As [`Desk::disposal`]; when the passphrase is wrong, or what would go is no longer what was
    /// shown. Nothing is gone then.
    pub fn dispose(&mut self, ask: Dispose) -> Result<CertificateCard, Failure> {
        if !self.read(|tx, _| sample::is_marked(tx))? {
            self.passphrase_again(ask.passphrase.as_deref())?;
        }
        // A backup under way would hold the file still as it was.
        self.stop_backup();
        let mut card = self.turn_back("dispose", |tx, now| {
            let known = case(tx, &ask.engagement)?;
            let certificate = dispose(tx, &known, ask.part, ask.rule, now)?;
            if digest(&certificate.items) != ask.shown {
                return Err(Failure::new(
                    "disposal.changed",
                    "What would go is no longer what was shown. Nothing is gone. Look at it again.",
                ));
            }
            certificate_card(tx, certificate)
        })?;
        self.clean_file();
        card.still_in = self.replaced_backups();
        Ok(card)
    }

    /// Replaces the backups by one that no longer holds what is gone; the folders where older ones are
    /// left.
    fn replaced_backups(&mut self) -> Vec<String> {
        let sample = self.opened().is_ok_and(|open| open.is_sample());
        if sample {
            return Vec::new();
        }
        let left = self
            .replace_backups()
            .or_else(|_| self.backup_folders())
            .unwrap_or_default();
        left.iter().map(|path| path.display().to_string()).collect()
    }

    /// Writes the file anew where something was disposed of. The disposal itself stands already.
    fn clean_file(&mut self) {
        if self
            .opened_mut()
            .and_then(|open| Ok(open.store.clean()?))
            .is_err()
        {
            self.notify(STILL_UNCLEAN);
        }
    }
}

/// A certificate as it is shown.
pub(crate) fn certificate_card(
    tx: &Tx<'_>,
    disposal: Disposal,
) -> Result<CertificateCard, Failure> {
    Ok(CertificateCard {
        still_in: Vec::new(),
        name: store::engagement::name(tx, &disposal.engagement)?,
        id: disposal.id,
        engagement: disposal.engagement,
        on: disposal.on,
        part: disposal.part,
        rule: disposal.rule,
        items: disposal.items,
    })
}

fn dispose(
    tx: &Tx<'_>,
    known: &Case,
    part: KeptPart,
    rule: DisposalRule,
    now: Now,
) -> Result<Disposal, Failure> {
    let engagement = &known.engagement;
    let id = &engagement.id;
    let holds = store::hold::of_engagement(tx, id)?;
    let standing = retention(engagement, known.keeps, &holds, now.today);
    may_go(
        match part {
            KeptPart::Reflective => standing.reflective,
            KeptPart::Record => standing.record,
        },
        rule,
    )?;
    if !store::handing_over::all(tx)?.is_empty() {
        return Err(Failure::new(
            "disposal.owed",
            "A document that was handed over is still missing from its folder, and the vault keeps it \
             until then. Make the folder reachable and open the vault again. Nothing is gone.",
        ));
    }
    let mut lists = match part {
        KeptPart::Reflective => reflections(known),
        KeptPart::Record => record(known),
    };
    let removed = store::undo::removed_from(tx, id)?;
    lists.insert(
        "removed".to_owned(),
        removed.into_iter().map(Value::String).collect(),
    );
    if part == KeptPart::Record {
        let holds = holds.iter().map(|hold| json!(hold)).collect();
        lists.insert("holds".to_owned(), holds);
        let (people, organisations) = only_here(tx, known)?;
        lists.insert("people".to_owned(), people);
        lists.insert("organisations".to_owned(), organisations);
    }
    let certificate = Disposal {
        id: new_id(DisposalId::new)?,
        engagement: id.clone(),
        on: now.today,
        recorded: now.at,
        part,
        rule,
        items: lists
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
            .map(|(kind, list)| Disposed {
                kind,
                count: u32::try_from(list.len()).unwrap_or(u32::MAX),
                sha256: vault::sha256_hex(canonical(&Value::Array(list)).as_bytes()),
            })
            .collect(),
    };
    store::disposal::certify(tx, &certificate)?;
    store::undo::forget(tx, id, now.today)?;
    // A form that was half filled when the vault locked may hold words of it.
    store::setting::remove(tx, KEPT)?;
    match part {
        KeptPart::Reflective => {
            store::disposal::remove_reflections(tx, id)?;
            only_names_that_are_left(tx, known)?;
        }
        KeptPart::Record => {
            store::disposal::remove_record(tx, engagement)?;
            for organisation in &known.organisations {
                store::disposal::remove_empty_organisation(tx, &organisation.id)?;
            }
        }
    }
    Ok(certificate)
}

fn may_go(standing: Standing, rule: DisposalRule) -> Result<(), Failure> {
    let refused = |code: &str, message: &str| Err(Failure::new(code, message));
    match (standing, rule) {
        (Standing::Held, _) => refused(
            "disposal.held",
            "A hold stands, so nothing of this engagement may go. Lift the hold first. Nothing is gone.",
        ),
        (Standing::Gone, _) => refused(
            "disposal.nothing",
            "There is nothing of it left to dispose of.",
        ),
        (Standing::Due(_), _) | (_, DisposalRule::Asked) => Ok(()),
        (Standing::Running | Standing::Kept(_), DisposalRule::Clock) => refused(
            "disposal.not_due",
            "Its time has not come. If the coachee asked for it, dispose of it on that ground. Nothing \
             is gone.",
        ),
    }
}

/// Each list of the record, as an export has it; its frame under `engagement`.
fn record(known: &Case) -> BTreeMap<String, Vec<Value>> {
    let mut lists = BTreeMap::new();
    let mut frame = serde_json::Map::new();
    if let Value::Object(fields) = json!(known.engagement) {
        for (name, value) in fields {
            match value {
                Value::Array(list) => drop(lists.insert(name, list)),
                value => drop(frame.insert(name, value)),
            }
        }
    }
    lists.insert("engagement".to_owned(), vec![Value::Object(frame)]);
    lists
}

fn reflections(known: &Case) -> BTreeMap<String, Vec<Value>> {
    let e = &known.engagement;
    let sessions = e.sessions.iter().filter(|s| !s.reflective.is_empty());
    let meetings = e.meetings.iter().filter(|m| !m.reflective.is_empty());
    let text = |id: &str, words: &str| json!({ "id": id, "reflective": words });
    BTreeMap::from([
        (
            "sessions.reflective".to_owned(),
            sessions
                .map(|s| text(s.id.as_str(), s.reflective.for_the_coach()))
                .collect(),
        ),
        (
            "meetings.reflective".to_owned(),
            meetings
                .map(|m| text(m.id.as_str(), m.reflective.for_the_coach()))
                .collect(),
        ),
        (
            "reflections".to_owned(),
            e.reflections.iter().map(|note| json!(note)).collect(),
        ),
        (
            "supervision".to_owned(),
            e.supervision.iter().map(|mark| json!(mark)).collect(),
        ),
    ])
}

/// The people who stand in no other engagement, and the organisations at which then nobody works.
fn only_here(tx: &Tx<'_>, known: &Case) -> Result<(Vec<Value>, Vec<Value>), Failure> {
    let (mut people, mut going) = (Vec::new(), Vec::new());
    for person in &known.people {
        if store::person::stands_in_only(tx, &person.id, &known.engagement.id)? {
            people.push(json!(person));
            going.push(&person.id);
        }
    }
    let all = store::person::all(tx)?;
    let organisations = known
        .organisations
        .iter()
        .filter(|organisation| {
            let mut there = all
                .iter()
                .filter(|person| person.organisation.as_ref() == Some(&organisation.id));
            there.all(|person| going.contains(&&person.id))
        })
        .map(|organisation| json!(organisation))
        .collect();
    Ok((people, organisations))
}

/// A decision about a name that stood in the reflective notes alone would tell of it.
fn only_names_that_are_left(tx: &Tx<'_>, known: &Case) -> Result<(), Failure> {
    let mut left = without_reflections(&known.engagement);
    let masks = std::mem::take(&mut left.masks);
    let texts = json!(left).to_string().to_lowercase();
    let masks: Vec<_> = masks
        .into_iter()
        .filter(|mask| texts.contains(&mask.name.to_lowercase()))
        .collect();
    if masks.len() < known.engagement.masks.len() {
        store::mask::set_all(tx, &known.engagement.id, &masks)?;
    }
    Ok(())
}

/// What stands for a list of what goes.
fn digest(items: &[Disposed]) -> String {
    vault::sha256_hex(canonical(&json!(items)).as_bytes())
}

/// JSON without white space, the fields in the order of their names.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields.iter().collect();
            let each = fields
                .iter()
                .map(|(name, value)| format!("{}:{}", json!(name), canonical(value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => {
            let each: Vec<_> = list.iter().map(canonical).collect();
            format!("[{}]", each.join(","))
        }
        other => other.to_string(),
    }
}
