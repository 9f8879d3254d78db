//! What the coach decides about names, for documents without names.

use coaching::check;
use coaching::record::Mask;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::SetMasks;

impl Desk {
    /// Keeps exactly these decisions for an engagement.
    ///
    /// # Errors
    /// When a name is blank or stands twice, or what stands for it is blank.
    pub fn set_masks(&mut self, ask: SetMasks) -> Result<(), Failure> {
        self.change_case("set masks", &ask.engagement.clone(), |tx, case, _| {
            let mut masks = Vec::new();
            for mask in ask.masks {
                masks.push(Mask {
                    name: fits("name", &mask.name)?,
                    becomes: match mask.becomes {
                        Some(becomes) => Some(fits("becomes", &becomes)?),
                        None => None,
                    },
                });
            }
            masks.sort();
            if masks.windows(2).any(|pair| pair[0].name == pair[1].name) {
                return Err(Failure::new(
                    "mask.twice",
                    "The same name is decided about twice. Keep one of the two.",
                )
                .at("masks"));
            }
            Ok(store::mask::set_all(tx, &case.engagement.id, &masks)?)
        })
    }
}

/// Words that can stand for a name, or be one.
fn fits(field: &str, typed: &str) -> Result<String, Failure> {
    let typed = typed.trim();
    if typed.is_empty() {
        Err(Failure::input(field, "blank", "This cannot be blank."))
    } else if check::is_a_name(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Failure::input(
            field,
            "name",
            "A name has at most 200 characters and no invisible control characters.",
        ))
    }
}
