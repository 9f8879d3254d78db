//! The invitation to a meeting.

use coaching::view::{MeetingSeen, View};
use coaching::words::{MeetingStatus, Role, Teller};

use crate::brief::of_this_view;
use crate::content::{Block, Chair, Content, Kind};
use crate::language::fill;
use crate::language::gathering::gathering;
use crate::parts::{Desk, Head, agenda, fact, meeting_facts, paragraph};
use crate::refused::Refused;

/// The desk for an invitation: for everybody but a supervisor, to a meeting that is to come.
pub(super) fn desk<'a>(view: &'a View, meeting: &MeetingSeen) -> Result<Desk<'a>, Refused> {
    let desk = Desk::of(view, |role| role != Role::Supervisor)?;
    of_this_view(view, meeting)?;
    if *meeting.status() != MeetingStatus::Planned || meeting.on() < view.on() {
        return Err(Refused::NotPlanned);
    }
    Ok(desk)
}

/// Who invites, by name.
pub(super) fn organiser<'a>(desk: &'a Desk<'_>, from: Teller) -> &'a str {
    match from {
        Teller::Coach => desk.coach(),
        Teller::Coachee => desk.coachee(),
    }
}

/// The invitation to a meeting, from the coachee or from the coach.
///
/// # Errors
/// [`Refused`] when the engagement is not open to the reader, the meeting is not in the view, or it is
/// not one that is to come.
pub fn invitation(view: &View, meeting: &MeetingSeen, from: Teller) -> Result<Content, Refused> {
    let desk = desk(view, meeting)?;
    let w = desk.w;
    let g = gathering(desk.language);
    let occasion = (w.occasion)(*meeting.kind());
    let organiser = organiser(&desk, from);
    let role = *view.chair().role();
    let mut facts = vec![fact(w.label.from, organiser)];
    facts.extend(meeting_facts(&desk, meeting));
    let head = Head {
        kind: Kind::Invitation,
        chair: if role == Role::Coachee {
            Chair::Coachee
        } else {
            Chair::Sponsor
        },
        role: Some(role),
        eyebrow: g.invitation.to_owned(),
        title: occasion.name.to_owned(),
        facts,
    };
    let said = |wording| {
        let with = [("organiser", organiser), ("meeting", occasion.the_name)];
        fill(wording, &with)
    };
    let own = organiser == desk.reader;
    let lead = Block::Lead {
        text: said(g.invitation_lead),
    };
    let answer = said(if own { g.answer_to_yourself } else { g.answer });
    let opening = if own { vec![] } else { vec![lead] };
    let content = desk.content(
        head,
        vec![
            desk.section(w.heading.purpose, opening),
            desk.section(
                w.heading.agenda,
                vec![agenda(&desk, meeting), paragraph(answer)],
            ),
        ],
    );
    Ok(Content {
        from_the_coachee: from == Teller::Coachee,
        ..content
    })
}
