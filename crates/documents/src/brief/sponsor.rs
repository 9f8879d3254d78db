//! The brief for somebody on the sponsor's side.

use coaching::view::{MeetingSeen, View};
use coaching::words::{Role, Topic};

use super::of_this_view;
use crate::content::{Block, Chair, Content, Kind};
use crate::language::fill;
use crate::measures::measures;
use crate::parts::{
    self, Desk, Head, agenda, agreed_goals, agreed_when, by_topic, last_meeting, meeting_facts,
    outcomes, own_words, paragraph, questions,
};
use crate::refused::Refused;

/// What a released or shared line may be about, in the order of the brief. What the reader said
/// themself, the goals and the meetings have places of their own.
pub(crate) const SHARED: &[Topic] = &[
    Topic::Progress,
    Topic::Themes,
    Topic::CurrentGoals,
    Topic::Purpose,
    Topic::Insights,
    Topic::Practices,
    Topic::Alignment,
    Topic::Assessments,
    Topic::FeedbackCombined,
    Topic::FeedbackVerbatim,
    Topic::Commitments,
    Topic::MeetingOutcomes,
    Topic::BaselineGoals,
    Topic::Engagement,
    Topic::Attendance,
    Topic::SessionContent,
    Topic::SponsorContact,
    Topic::Reflections,
];

/// The brief that prepares a sponsor, line manager or HR partner for a meeting.
///
/// # Errors
/// [`Refused`] when no agreement in force opens the engagement to them, when the view is not of
/// somebody on the sponsor's side, or when the meeting is not in the view.
pub fn brief_for_sponsors_side(view: &View, meeting: &MeetingSeen) -> Result<Content, Refused> {
    let desk = Desk::of(view, Role::on_the_sponsors_side)?;
    of_this_view(view, meeting)?;
    let w = desk.w;
    let occasion = (w.occasion)(*meeting.kind());
    let head = Head {
        kind: Kind::Brief,
        chair: Chair::Sponsor,
        role: Some(*view.chair().role()),
        eyebrow: fill(w.label.brief, &[("name", desk.reader)]),
        title: occasion.name.to_owned(),
        facts: meeting_facts(&desk, meeting),
    };
    let purpose = vec![Block::Lead {
        text: desk.says(occasion.for_sponsor),
    }];
    let attendance = view.attendance().as_ref();
    let last = last_meeting(view.meetings(), meeting);
    let h = &w.heading;
    Ok(desk.content(
        head,
        vec![
            desk.section(h.purpose, purpose),
            desk.section(h.agenda, vec![agenda(&desk, meeting)]),
            desk.section(h.goals, goals(&desk, view)),
            measures(&desk, view.measures(), view.attainment().as_ref()),
            desk.section(h.shared, by_topic(&desk, view, SHARED, true)),
            desk.section(h.support, support(&desk, view)),
            desk.section(h.you_said, expected(&desk, view)),
            desk.section(h.last_time, last.map_or(vec![], |m| outcomes(&desk, m))),
            desk.section(
                h.sessions,
                attendance.map_or(vec![], |a| parts::sessions(&desk, a)),
            ),
            desk.section(h.questions, vec![questions(&desk, occasion.sponsor_thinks)]),
            desk.section(
                h.confidentiality,
                vec![
                    paragraph(desk.says(w.says.confidential_brief)),
                    paragraph(desk.says(w.says.confidential_brief_2)),
                ],
            ),
        ],
    ))
}

fn goals(desk: &Desk, view: &View) -> Vec<Block> {
    let says = &desk.w.says;
    let Some((last, earlier)) = view.baselines().split_last() else {
        return vec![paragraph(desk.says(says.no_goals_yet))];
    };
    let wording = if earlier.is_empty() {
        says.agreed_on
    } else {
        says.agreed_again_on
    };
    let mut blocks = vec![agreed_when(desk, wording, last)];
    blocks.extend(agreed_goals(desk, last, false));
    blocks
}

/// What would help, in released or shared words.
pub(crate) fn support(desk: &Desk, view: &View) -> Vec<Block> {
    let lines = view.section(Topic::SupportNeeded).iter();
    lines.map(|line| parts::said(desk, line)).collect()
}

/// What the reader said they would see, and where they stand on a goal.
pub(crate) fn expected(desk: &Desk, view: &View) -> Vec<Block> {
    let mut blocks = own_words(desk, view, Topic::Alignment);
    for position in view.positions().iter().filter(|p| p.party() == desk.reader) {
        if let Some(words) = position.words() {
            blocks.push(Block::Quotation {
                text: words.text().clone(),
                by: fill(
                    desk.w.label.standing,
                    &[
                        ("goal", position.goal()),
                        ("date", &desk.w.day(*position.on())),
                    ],
                ),
            });
        }
    }
    blocks
}
