//! The coach's own summary: for learning, for the log of hours and for supervision.

use coaching::page::CoachSummary;
use coaching::words::Topic;

use super::closing::{follow_ups, for_reader, kept_until, said_of_the_end};
use super::coachee::stories;
use crate::brief::coach::{by_day, desk, latest, positions, remember};
use crate::content::{Block, Chair, Content, Item, Kind};
use crate::direction::{self, Reader};
use crate::language::fill;
use crate::measures::measures;
use crate::parts::{self, Desk, Head, capital, fact, paragraph, period, person};
use crate::picture::{self, Seen};
use crate::refused::Refused;

/// The coach's summary at the engagement's end.
///
/// # Errors
/// [`Refused::NotYetBegun`] when there was no engagement yet on that day.
pub fn coach_summary(summary: &CoachSummary) -> Result<Content, Refused> {
    let page = &summary.page;
    let desk = desk(page)?;
    let w = desk.w;
    let people: Vec<String> = desk
        .heading
        .parties()
        .iter()
        .map(|p| person(p, w))
        .collect();
    let head = Head {
        kind: Kind::Summary,
        chair: Chair::Coach,
        role: None,
        eyebrow: w.label.summary_coach.to_owned(),
        title: w.says.summary_title_coach.to_owned(),
        facts: [
            fact(w.label.period, period(&desk)),
            fact(w.label.who, people.join("\n")),
        ]
        .into_iter()
        .chain(said_of_the_end(desk.heading, w))
        .collect(),
    };
    let h = &w.heading;
    let s = &w.says;
    let seen = Seen::of_the_coach(page);
    let supervision = [
        s.supervision_1,
        s.supervision_2,
        s.supervision_3,
        s.supervision_4,
    ];
    Ok(desk.content(
        head,
        vec![
            desk.section(
                h.in_short,
                vec![Block::Lead {
                    text: desk.says(s.coach_summary_lead),
                }],
            ),
            desk.section(h.how_moved, moved(&desk, summary)),
            picture::section(&desk, &seen),
            desk.section(h.kept_goals_coach, stories(&desk, &page.goals)),
            measures(&desk, &page.measures, page.attainment.as_ref()),
            direction::serves(&desk, Reader::Coach, &page.goals, &page.ties),
            direction::threads(&desk, Reader::Coach, &page.threads),
            desk.section(h.reflections, by_day(&desk, page, Topic::Reflections)),
            desk.section(h.hours, hours(&desk, summary)),
            desk.section(h.positions, positions(&desk, &page.positions)),
            desk.section(
                h.contacts,
                latest(&desk, page, Topic::SponsorContact, usize::MAX),
            ),
            desk.section(
                for_reader(w.closing.follow_ups, Reader::Coach),
                follow_ups(&desk, &page.follow_ups),
            ),
            desk.section(
                for_reader(w.closing.kept, Reader::Coach),
                kept_until(&desk, page.kept_until.as_ref())
                    .into_iter()
                    .collect(),
            ),
            picture::in_words(&desk, &seen),
            desk.section(h.supervision, remember(&desk, &supervision)),
        ],
    ))
}

fn moved(desk: &Desk, summary: &CoachSummary) -> Vec<Block> {
    let w = desk.w;
    if summary.moved.is_empty() {
        return vec![paragraph(w.says.no_drift)];
    }
    let items = summary
        .moved
        .iter()
        .map(|(kind, count)| {
            let wording = if *count == 1 {
                w.says.moved_count_one
            } else {
                w.says.moved_count_many
            };
            Item {
                text: fill(
                    wording,
                    &[
                        ("n", &count.to_string()),
                        ("what", (w.drift)(*kind)),
                        ("What", &capital((w.drift)(*kind))),
                    ],
                ),
                note: String::new(),
            }
        })
        .collect();
    vec![Block::List { items }]
}

fn hours(desk: &Desk, summary: &CoachSummary) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = summary
        .page
        .attendance
        .as_ref()
        .map_or(vec![], |a| parts::sessions(desk, a));
    // Clock hours, as the logs of the professional bodies count them: 45 minutes is 0.75.
    let hundredths = (u64::from(summary.minutes_held) * 100 + 30) / 60;
    let hours = format!("{}{}{:02}", hundredths / 100, w.decimal, hundredths % 100);
    blocks.push(paragraph(fill(w.says.hours_total, &[("hours", &hours)])));
    blocks.push(Block::Small {
        text: w.says.hours_log.to_owned(),
    });
    blocks
}
