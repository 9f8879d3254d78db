//! What the picture is drawn from: days, titles and what became of them, out of what two chairs see.

use coaching::day::Day;
use coaching::ids::GoalId;
use coaching::page::CoachPage;
use coaching::view::{
    Attendance, BaselineSeen, GoalStory, Heading, Line, MeetingSeen, VersionSeen, View,
};
use coaching::words::{GoalStatus, MeetingStatus, Role, SessionStatus, ShiftKind, Topic};

use crate::language::Words;
use crate::language::picture::PictureWords;
use crate::parts::Desk;

/// What the picture may be made from: the coachee's view, or the coach's own page.
pub(crate) struct Seen<'a> {
    pub goals: &'a [GoalStory],
    pub baselines: &'a [BaselineSeen],
    pub attendance: Option<&'a Attendance>,
    pub meetings: &'a [MeetingSeen],
    pub insights: &'a [Line],
}

impl<'a> Seen<'a> {
    /// What the coachee sees. Whoever calls it has asked whose view it is.
    pub fn of_the_coachee(view: &'a View) -> Self {
        Self {
            goals: view.goals(),
            baselines: view.baselines(),
            attendance: view.attendance().as_ref(),
            meetings: view.meetings(),
            insights: view.section(Topic::Insights),
        }
    }

    /// What the coach sees.
    pub fn of_the_coach(page: &'a CoachPage) -> Self {
        let insights = page.sections.iter().find(|s| *s.topic() == Topic::Insights);
        Self {
            goals: &page.goals,
            baselines: &page.baselines,
            attendance: page.attendance.as_ref(),
            meetings: &page.meetings,
            insights: insights.map_or(&[], |section| section.lines()),
        }
    }
}

/// An engagement in time.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub from: Day,
    pub to: Day,
    pub today: Day,
    /// In the order in which they began.
    pub lanes: Vec<Lane>,
    pub meetings: Vec<Met>,
    /// The day of each session, and whether it was held.
    pub sessions: Vec<(Day, bool)>,
    pub insights: Vec<Day>,
    /// The fixed words in the picture.
    pub says: &'static PictureWords,
    /// The names of the months.
    pub months: &'static [&'static str; 12],
}

/// A three-way meeting.
#[derive(Clone, Debug)]
pub(crate) struct Met {
    pub on: Day,
    pub name: String,
    /// True when it agreed goals: a line across the lanes.
    pub agreed: bool,
    pub held: bool,
}

/// One goal through time.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    /// The goal's number in the document.
    pub number: usize,
    /// What became of it, in a word or two; empty while it goes on.
    pub ended: String,
    /// 1 to 4.
    pub weight: u8,
    /// Its versions, oldest first; at least one.
    pub pieces: Vec<Piece>,
    /// What the sponsor's side was given of it, oldest first.
    pub known: Vec<Known>,
}

/// One version of a goal.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub from: Day,
    pub title: String,
    /// How often its meaning has moved since the first.
    pub level: i32,
    pub state: State,
    /// The lanes that took its place.
    pub into: Vec<usize>,
}

/// How a lane goes on from a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Emerging,
    Active,
    Paused,
    Achieved,
    LetGo,
    Replaced,
}

impl State {
    pub fn is_an_end(self) -> bool {
        matches!(self, Self::Achieved | Self::LetGo | Self::Replaced)
    }
}

/// What the sponsor's side was given of a goal, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub from: Day,
    /// The day on which something else took its place; none when it stands.
    pub to: Option<Day>,
    /// Which of the lane's pieces.
    pub piece: usize,
    /// True when a meeting agreed it, false when the coachee told it.
    pub agreed: bool,
}

/// The story; none where there is no goal.
pub(super) fn of(desk: &Desk, seen: &Seen) -> Option<Story> {
    let mut numbered: Vec<(usize, &GoalStory)> = (1..).zip(seen.goals).collect();
    numbered.sort_by_key(|(_, story)| story.versions().first().map(|first| *first.on()));
    let goals: Vec<&GoalStory> = numbered.iter().map(|(_, story)| *story).collect();
    let lane_of = |id: &GoalId| goals.iter().position(|story| story.id() == id);
    let mut lanes: Vec<Lane> = numbered
        .iter()
        .map(|(number, story)| lane(desk.w, *number, story, lane_of))
        .collect();
    if lanes.is_empty() {
        return None;
    }
    known(&goals, seen.baselines, &mut lanes);
    let meetings = met(desk.w, seen);
    let sessions: Vec<(Day, bool)> = seen.attendance.map_or(Vec::new(), |attendance| {
        let sessions = attendance.sessions().iter();
        sessions
            .map(|one| (*one.on(), *one.status() == SessionStatus::Held))
            .collect()
    });
    let insights: Vec<Day> = seen.insights.iter().map(|line| *line.on()).collect();
    let (from, to) = span(
        desk.heading,
        desk.on,
        &lanes,
        &meetings,
        &sessions,
        &insights,
    );
    Some(Story {
        from,
        to,
        today: desk.on,
        lanes,
        meetings,
        sessions,
        insights,
        says: desk.w.picture,
        months: &desk.w.months,
    })
}

/// From the first day of anything to the last; the end of the engagement, or the day of the document
/// while it goes on.
fn span(
    heading: &Heading,
    on: Day,
    lanes: &[Lane],
    meetings: &[Met],
    sessions: &[(Day, bool)],
    insights: &[Day],
) -> (Day, Day) {
    let all: Vec<Day> = lanes
        .iter()
        .flat_map(|lane| lane.pieces.iter().map(|piece| piece.from))
        .chain(meetings.iter().map(|met| met.on))
        .chain(sessions.iter().map(|(on, _)| *on))
        .chain(insights.iter().copied())
        .collect();
    let began = *heading.began();
    let end = heading.ended().unwrap_or(on);
    let first = all
        .iter()
        .copied()
        .min()
        .map_or(began, |day| day.min(began));
    let last = all.iter().copied().max().map_or(end, |day| day.max(end));
    (first, last)
}

fn lane(
    w: &Words,
    number: usize,
    story: &GoalStory,
    lane_of: impl Fn(&GoalId) -> Option<usize>,
) -> Lane {
    let mut level = 0;
    let pieces: Vec<Piece> = story
        .versions()
        .iter()
        .map(|version| {
            let moved = matches!(
                version.shift(),
                Some(ShiftKind::Morphed | ShiftKind::ReScoped)
            );
            level += i32::from(moved);
            Piece {
                from: *version.on(),
                title: version.title().text().clone(),
                level,
                state: state(*version.status()),
                into: version.successors().iter().filter_map(&lane_of).collect(),
            }
        })
        .collect();
    let last = story.versions().last().map(VersionSeen::status);
    Lane {
        number,
        ended: last
            .filter(|status| !status.goes_on())
            .map_or(String::new(), |status| (w.status)(*status).to_owned()),
        weight: *story.weight(),
        pieces,
        known: Vec::new(),
    }
}

fn state(status: GoalStatus) -> State {
    match status {
        GoalStatus::Emerging => State::Emerging,
        GoalStatus::Active => State::Active,
        GoalStatus::Paused => State::Paused,
        GoalStatus::Achieved => State::Achieved,
        GoalStatus::LetGo => State::LetGo,
        GoalStatus::Replaced => State::Replaced,
    }
}

fn met(w: &Words, seen: &Seen) -> Vec<Met> {
    let agreed = |on: &Day| seen.baselines.iter().any(|baseline| baseline.on() == on);
    seen.meetings
        .iter()
        .filter(|meeting| *meeting.status() != MeetingStatus::Cancelled)
        .map(|meeting| {
            let held = *meeting.status() == MeetingStatus::Held;
            Met {
                on: *meeting.on(),
                name: (w.occasion)(*meeting.kind()).name.to_owned(),
                agreed: held && agreed(meeting.on()),
                held,
            }
        })
        .collect()
}

/// What reached the sponsor's side: each wording until the next, or until a meeting agreed others.
fn known(goals: &[&GoalStory], baselines: &[BaselineSeen], lanes: &mut [Lane]) {
    let mut reached: Vec<Vec<(Day, usize, bool)>> = goals.iter().map(|g| reached(g)).collect();
    // Who is told that other goals took this one's place, is told of them; and the other way round.
    let told = reached.clone();
    for (index, lane) in lanes.iter().enumerate() {
        for (number, piece) in lane.pieces.iter().enumerate() {
            for &other in &piece.into {
                let of_this = told[index].iter().filter(|e| !e.2 && e.1 == number);
                reached[other].extend(of_this.map(|e| (e.0, 0, false)));
                let of_other = told[other].iter().filter(|e| !e.2 && e.0 >= piece.from);
                reached[index].extend(of_other.map(|e| (e.0, number, false)));
            }
        }
    }
    for (lane, mut events) in lanes.iter_mut().zip(reached) {
        events.sort_by_key(|(on, piece, agreed)| (*on, *piece, !agreed));
        events.dedup_by_key(|(on, piece, _)| (*on, *piece));
        let agreed_on: Vec<Day> = events.iter().filter(|e| e.2).map(|e| e.0).collect();
        let lapsed = |after: Day| {
            let later = baselines.iter().map(|baseline| *baseline.on());
            later
                .filter(|on| *on > after && !agreed_on.contains(on))
                .min()
        };
        let known = events
            .iter()
            .enumerate()
            .filter_map(|(index, &(from, piece, agreed))| {
                let next = events.get(index + 1).map(|next| next.0);
                let to = next.into_iter().chain(lapsed(from)).min();
                // That it ended is known by its line ending.
                let ended = lane.pieces.get(piece)?.state.is_an_end();
                (!ended && to.is_none_or(|to| to > from)).then_some(Known {
                    from,
                    to,
                    piece,
                    agreed,
                })
            });
        lane.known = known.collect();
    }
}

/// When which version of a goal was agreed (true) or told.
fn reached(story: &GoalStory) -> Vec<(Day, usize, bool)> {
    let mut reached = Vec::new();
    for (index, version) in story.versions().iter().enumerate() {
        reached.extend(version.agreed().iter().map(|on| (*on, index, true)));
        let told = version
            .told()
            .iter()
            .filter(|told| *told.role() == Role::Sponsor);
        reached.extend(told.map(|told| (*told.on(), index, false)));
    }
    reached
}
