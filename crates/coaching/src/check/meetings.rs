//! Whether a meeting's agenda is consistent.

use super::Check;
use crate::meetings::{LONGEST_AGENDA, Meeting, Speaker};

impl Check<'_> {
    pub(super) fn agenda(&mut self, meeting: &Meeting, at: &str) {
        let few = meeting.agenda.len() <= LONGEST_AGENDA;
        self.unless(few, || format!("{at}.agenda"), "holds more than 60 points");
        for (i, point) in meeting.agenda.iter().enumerate() {
            let at = |field: &str| format!("{at}.agenda[{i}].{field}");
            self.unless(!point.text.is_empty(), || at("text"), "is blank");
            let fits = point.minutes <= 600;
            self.unless(fits, || at("minutes"), "is more than 600 minutes");
            if let Speaker::Party(party) = &point.speaker {
                self.party(Some(party), || at("speaker"));
            }
        }
    }
}
