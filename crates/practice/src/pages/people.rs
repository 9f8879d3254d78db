//! People and organisations, and the coach's settings.

use std::collections::BTreeMap;

use coaching::ids::PersonId;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{People, PersonCard, Settings, StandsIn};

impl Desk {
    /// Everybody, and every engagement in which they stand.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn people(&self) -> Result<People, Failure> {
        self.read(|tx, _| {
            let organisations = store::organisation::all(tx)?;
            let mut stands: BTreeMap<PersonId, Vec<StandsIn>> = BTreeMap::new();
            for row in store::party::everywhere(tx)? {
                stands.entry(row.person).or_default().push(StandsIn {
                    engagement: row.engagement,
                    name: row.engagement_name,
                    role: row.role,
                    party: row.party,
                    joined: row.joined,
                    left: row.left,
                    ended: row.ended,
                });
            }
            let mut people: Vec<PersonCard> = store::person::all(tx)?
                .into_iter()
                .map(|person| PersonCard {
                    organisation: organisations
                        .iter()
                        .find(|known| Some(&known.id) == person.organisation.as_ref())
                        .map_or(String::new(), |known| known.name.clone()),
                    stands_in: stands.remove(&person.id).unwrap_or_default(),
                    person,
                })
                .collect();
            people.sort_by(|a, b| {
                (&a.person.name, &a.person.id).cmp(&(&b.person.name, &b.person.id))
            });
            Ok(People {
                people,
                organisations,
            })
        })
    }

    /// The coach's settings.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let open = self.opened()?;
        Ok(Settings {
            coach: open
                .store
                .read(|tx| Ok::<_, Failure>(store::coach::get(tx)?))?,
            keeps: open
                .store
                .read(|tx| Ok::<_, Failure>(store::setting::keeps(tx)?))?,
            locking: open.watch.locking,
            keychain: open.vault.is_remembered(),
            folder: open.vault.folder().path().display().to_string(),
        })
    }
}
