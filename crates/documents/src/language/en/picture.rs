//! The picture of an engagement in time, in English.

use crate::language::picture::PictureWords;

pub(super) static PICTURE: PictureWords = PictureWords {
    heading: "The whole time at a glance",
    alt: "Picture of the time from {from} to {to}: goals ({goals}) as lanes that bend where their \
          meaning moved, with what was agreed and told beside them; sessions held ({sessions}), \
          three-way meetings ({meetings}) and insights ({insights}) as marks. The same stands in \
          words under “{heading}”.",
    meetings: "Meetings",
    sessions: "Sessions",
    insights: "Insights",
    lane: "a goal",
    bend: "its meaning moved",
    emerging: "taking shape",
    paused: "resting",
    achieved: "achieved",
    let_go: "let go",
    agreed: "as agreed with the sponsor",
    told: "as the sponsor was told since",
    gap: "not yet with the sponsor",
    session: "a session",
    insight: "an insight",
    words_heading: "The picture in words",
    when: "When",
    what: "What happened",
    goal: "Goal",
    agreed_at: "{meeting}: agreed",
    told_to: "Told to {name}",
    sessions_on: "Sessions held: {days}.",
    insights_on: "Insights: {days}.",
};
