//! Where words are written: the tables, and what of a row is an entry of the index. In each
//! expression `#` stands for the row.

/// One text of a row.
pub(super) struct Source {
    /// The table.
    pub(super) table: &'static str,
    /// The name under which its entries are kept.
    pub(super) name: &'static str,
    /// With `part`, which row it is.
    pub(super) id: &'static str,
    pub(super) part: &'static str,
    /// The day to which it belongs.
    pub(super) day: &'static str,
    /// A word of `FoundKind`.
    pub(super) kind: &'static str,
    pub(super) text: &'static str,
    /// What is NULL where there is none. `engagement`, `party` and `kind` are of the row alone: they
    /// must be the same when it goes together with what it belongs to.
    pub(super) engagement: &'static str,
    pub(super) party: &'static str,
    pub(super) topic: &'static str,
    pub(super) session: &'static str,
    pub(super) meeting: &'static str,
    /// Whose words it is, where that is not `party`; read, never kept.
    pub(super) said_by: Option<&'static str>,
    /// True while it may not be told as it otherwise might: withheld, withdrawn.
    pub(super) aside: &'static str,
    /// Another table on whose `day` its own rests, and the column that refers to it.
    pub(super) rests_on: Option<(&'static str, &'static str)>,
}

const ROW: Source = Source {
    table: "",
    name: "",
    id: "#.id",
    part: "''",
    day: "#.day",
    kind: "NULL",
    text: "#.text",
    engagement: "#.engagement",
    party: "NULL",
    topic: "NULL",
    session: "NULL",
    meeting: "NULL",
    said_by: None,
    aside: "0",
    rests_on: None,
};

const SESSION: Source = Source {
    table: "session",
    name: "session",
    kind: "'session'",
    topic: "'session-content'",
    session: "#.id",
    ..ROW
};

const MEETING: Source = Source {
    table: "meeting",
    name: "meeting",
    kind: "'meeting'",
    topic: "'session-content'",
    meeting: "#.id",
    ..ROW
};

const OF_MEETING: Source = Source {
    day: "(SELECT day FROM meeting WHERE id = #.meeting)",
    kind: "'meeting'",
    meeting: "#.meeting",
    rests_on: Some(("meeting", "meeting")),
    ..ROW
};

const ENGAGEMENT: Source = Source {
    table: "engagement",
    name: "engagement",
    engagement: "#.id",
    day: "#.began",
    ..ROW
};

/// What belongs to no day comes before all days.
const NO_DAY: &str = "NULL";

/// In the order in which what belongs to the same day is found.
pub(super) const ALL: &[Source] = &[
    Source {
        part: "'preparation'",
        text: "#.preparation",
        ..SESSION
    },
    Source {
        part: "'opening'",
        text: "#.opening",
        ..SESSION
    },
    Source {
        part: "'record'",
        text: "#.record",
        ..SESSION
    },
    Source {
        part: "'reflective'",
        text: "#.reflective",
        kind: "'reflection'",
        topic: "'reflections'",
        ..SESSION
    },
    Source {
        part: "'place'",
        text: "#.place",
        topic: "'engagement'",
        ..MEETING
    },
    Source {
        part: "'good-outcome'",
        text: "#.good_outcome",
        ..MEETING
    },
    Source {
        part: "'from-my-manager'",
        text: "#.from_my_manager",
        ..MEETING
    },
    Source {
        part: "'on-the-table'",
        text: "#.on_the_table",
        ..MEETING
    },
    Source {
        part: "'off-the-table'",
        text: "#.off_the_table",
        ..MEETING
    },
    Source {
        part: "'debrief'",
        text: "#.debrief",
        ..MEETING
    },
    Source {
        part: "'reflective'",
        text: "#.reflective",
        kind: "'reflection'",
        topic: "'reflections'",
        ..MEETING
    },
    Source {
        table: "decision",
        name: "decision",
        topic: "'meeting-outcomes'",
        ..OF_MEETING
    },
    Source {
        table: "agenda_item",
        name: "agenda",
        id: "#.meeting",
        part: "CAST(#.place AS TEXT)",
        topic: "'engagement'",
        ..OF_MEETING
    },
    Source {
        table: "agreed_goal",
        name: "agreed-goal",
        id: "#.meeting",
        part: "#.goal",
        text: "#.wording || char(10) || #.measure",
        kind: "'goal'",
        topic: "'baseline-goals'",
        ..OF_MEETING
    },
    Source {
        table: "goal_version",
        name: "goal-version",
        text: "#.title || char(10) || #.words || char(10) || #.why || char(10) || #.measure
            || char(10) || #.reason",
        kind: "'goal'",
        topic: "'current-goals'",
        session: "#.session",
        ..ROW
    },
    Source {
        table: "goal_levels",
        name: "goal-levels",
        id: "#.version",
        text: "#.much_less || char(10) || #.less || char(10) || #.expected || char(10) || #.more
            || char(10) || #.much_more",
        kind: "'measure'",
        topic: "'progress'",
        ..ROW
    },
    Source {
        table: "commitment",
        name: "commitment",
        day: "#.made",
        kind: "'commitment'",
        party: "#.party",
        topic: "'commitments'",
        session: "#.session",
        meeting: "#.meeting",
        ..ROW
    },
    Source {
        table: "note",
        name: "note",
        kind: "CASE #.topic WHEN 'insights' THEN 'insight' WHEN 'practices' THEN 'practice'
            WHEN 'themes' THEN 'theme' WHEN 'purpose' THEN 'purpose'
            WHEN 'reflections' THEN 'reflection' WHEN 'progress' THEN 'measure'
            WHEN 'assessments' THEN 'feedback' WHEN 'feedback-verbatim' THEN 'feedback'
            ELSE 'alignment' END",
        party: "#.said_by",
        topic: "#.topic",
        session: "#.session",
        ..ROW
    },
    Source {
        table: "position",
        name: "position",
        text: "#.words",
        kind: "'alignment'",
        party: "#.party",
        topic: "'alignment'",
        ..ROW
    },
    Source {
        table: "sponsor_contact",
        name: "contact",
        kind: "'sponsor-contact'",
        party: "#.party",
        said_by: Some("NULL"),
        aside: "#.withheld <> '' AND #.resolved IS NULL AND #.coachee_told IS NULL",
        topic: "'sponsor-contact'",
        ..ROW
    },
    Source {
        table: "sponsor_contact",
        name: "contact",
        part: "'withheld'",
        text: "#.withheld",
        kind: "'reflection'",
        topic: "'reflections'",
        ..ROW
    },
    Source {
        table: "release",
        name: "release",
        day: "#.given",
        text: "#.wording",
        kind: "'release'",
        party: "#.party",
        aside: "#.withdrawn IS NOT NULL",
        topic: "#.topic",
        session: "#.session",
        ..ROW
    },
    Source {
        table: "score",
        name: "score",
        text: "#.words",
        kind: "'measure'",
        topic: "'progress'",
        session: "#.session",
        ..ROW
    },
    Source {
        table: "self_rating",
        name: "self-rating",
        text: "#.words",
        kind: "'measure'",
        topic: "'progress'",
        session: "#.session",
        ..ROW
    },
    Source {
        table: "round_answer",
        name: "answer",
        id: "#.round",
        part: "#.party || ':' || #.goal",
        day: "(SELECT day FROM round WHERE id = #.round)",
        text: "#.feed_forward",
        kind: "'feedback'",
        party: "#.party",
        topic: "'feedback-verbatim'",
        rests_on: Some(("round", "round")),
        ..ROW
    },
    Source {
        table: "priority_wording",
        name: "priority",
        said_by: Some("(SELECT party FROM priority WHERE id = #.priority)"),
        id: "#.priority",
        part: "#.day",
        kind: "'alignment'",
        topic: "'alignment'",
        ..ROW
    },
    Source {
        table: "tie",
        name: "tie",
        text: "#.words",
        kind: "'goal'",
        topic: "'current-goals'",
        ..ROW
    },
    Source {
        table: "thread",
        name: "thread",
        day: "(SELECT began FROM engagement WHERE id = #.engagement)",
        text: "#.subject",
        kind: "'insight'",
        topic: "'insights'",
        ..ROW
    },
    Source {
        table: "belief",
        name: "belief",
        kind: "'alignment'",
        party: "#.party",
        topic: "'alignment'",
        ..ROW
    },
    Source {
        table: "clash",
        name: "clash",
        text: "#.title || char(10) || #.shared_objective || char(10) || #.not_negotiable
            || char(10) || #.evidence || char(10) || #.outcome_words",
        kind: "'alignment'",
        topic: "'alignment'",
        ..ROW
    },
    Source {
        table: "clash_side",
        name: "clash",
        id: "#.clash",
        part: "#.party",
        day: "(SELECT day FROM clash WHERE id = #.clash)",
        text: "#.wants || char(10) || #.fears",
        kind: "'alignment'",
        party: "#.party",
        topic: "'alignment'",
        rests_on: Some(("clash", "clash")),
        ..ROW
    },
    Source {
        table: "experiment",
        name: "clash",
        id: "#.clash",
        part: "'experiment:' || #.id",
        text: "#.text || char(10) || #.came_of",
        kind: "'alignment'",
        topic: "'alignment'",
        ..ROW
    },
    Source {
        table: "follow_up",
        name: "follow-up",
        day: "coalesce(#.done, #.due)",
        text: "#.words",
        kind: "'ending'",
        topic: "'session-content'",
        ..ROW
    },
    Source {
        table: "supervision_mark",
        name: "supervision-mark",
        text: "#.why",
        kind: "'reflection'",
        topic: "'reflections'",
        ..ROW
    },
    Source {
        table: "agreement",
        name: "agreement",
        day: "#.effective",
        text: "#.additions",
        kind: "'agreement'",
        topic: "'engagement'",
        ..ROW
    },
    Source {
        table: "disclosure",
        name: "told",
        id: "#.engagement",
        part: "CAST(#.number AS TEXT)",
        text: "#.wording",
        kind: "'told'",
        party: "#.party",
        topic: "#.topic",
        ..ROW
    },
    Source {
        table: "disclosure",
        name: "told",
        id: "#.engagement",
        part: "CAST(#.number AS TEXT) || ':reason'",
        text: "#.ground_reason",
        kind: "'reflection'",
        topic: "'reflections'",
        ..ROW
    },
    Source {
        part: "'name'",
        day: NO_DAY,
        text: "#.name",
        kind: "'engagement'",
        topic: "'engagement'",
        ..ENGAGEMENT
    },
    Source {
        part: "'fees'",
        text: "#.fees",
        kind: "'agreement'",
        topic: "'fees'",
        ..ENGAGEMENT
    },
    Source {
        part: "'ending'",
        day: "coalesce(#.ended, #.began)",
        text: "#.end_words",
        kind: "'ending'",
        topic: "'engagement'",
        ..ENGAGEMENT
    },
    Source {
        table: "question",
        name: "question",
        day: NO_DAY,
        kind: "'question'",
        engagement: "NULL",
        ..ROW
    },
    Source {
        table: "person",
        name: "person",
        day: NO_DAY,
        text: "#.name || ' ' || #.called || char(10) || #.title || ' ' || #.email",
        kind: "'person'",
        engagement: "NULL",
        ..ROW
    },
    Source {
        table: "organisation",
        name: "organisation",
        day: NO_DAY,
        text: "#.name || char(10) || #.place",
        kind: "'organisation'",
        engagement: "NULL",
        ..ROW
    },
];
