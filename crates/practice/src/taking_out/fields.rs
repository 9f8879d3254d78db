//! What each field of the interchange format is called on a readable page, and how it is said. A test holds
//! this table against the published schema, so that no field is ever left out of a copy.

/// How the value of a field is said.
#[derive(Clone, Copy, Debug)]
pub(super) enum As {
    /// Not at all: an id, which says nothing to a person, or something that stands on another page.
    Left,
    /// A day.
    Day,
    /// A moment, as it was recorded.
    Moment,
    /// A few words on a line.
    Line,
    /// Words with a heading of their own.
    Words,
    /// Somebody's exact words.
    Said,
    /// One word of a list, like `coachee-shares`.
    Word,
    /// A whole number, or a yes.
    Figure,
    /// Minutes.
    Minutes,
    /// The id of something of this kind, or several.
    Ref(&'static str),
    /// What is marked: an id, with a part behind a colon.
    Item,
    /// One object, whose fields stand among the others.
    Part(&'static Shape),
    /// A list of objects.
    Each(&'static Shape),
    /// A list of objects as a table.
    Table(&'static Shape),
    /// One of several: a word, or an object whose one field says which.
    OneOf(&'static [Field]),
}

/// A field: its key, what it is called, how it is said.
pub(super) type Field = (&'static str, &'static str, As);

/// An object of the format.
#[derive(Debug)]
pub(super) struct Shape {
    /// What the schema calls it.
    pub name: &'static str,
    /// The day that stands over it, by its key; may be empty.
    pub day: &'static str,
    /// What stands over it as its title, by its key; may be empty.
    pub title: &'static str,
    /// The other fields, in the order in which they are said.
    pub fields: &'static [Field],
}

macro_rules! shapes {
    ($($shape:ident = $name:literal, $day:literal, $title:literal: $($key:literal $label:literal $how:expr;)*)*) => {
        $(pub(super) static $shape: Shape = Shape {
            name: $name,
            day: $day,
            title: $title,
            fields: &[$(($key, $label, $how)),*],
        };)*

        /// Every one of them.
        #[cfg(test)]
        pub(super) static ALL: &[&Shape] = &[$(&$shape),*];
    };
}

use As::{
    Day, Each, Figure, Item, Left, Line, Minutes, Moment, OneOf, Part, Ref, Said, Table, Word,
    Words,
};

static AUDIENCE: &[Field] = &[("party", "", Ref("party"))];
static SPEAKER: &[Field] = &[("party", "", Ref("party"))];
static TIED_TO: &[Field] = &[
    ("priority", "", Ref("priority")),
    ("purpose", "", Ref("note")),
];
static DISCLOSED: &[Field] = &[
    ("words", "", Part(&TOLD_WORDS)),
    ("document", "", Part(&TOLD_DOCUMENT)),
];
static GROUND: &[Field] = &[
    ("boundary", "a boundary of", Ref("agreement")),
    ("proposal", "put to be agreed:", Ref("agreement")),
    ("release", "released:", Ref("release")),
    ("meeting", "said in", Ref("meeting")),
    ("exception", "an exception", Part(&EXCEPTION)),
];

shapes! {
    COACH = "coach", "", "name":
        "credentials" "Credentials" Line; "email" "E-mail" Line; "phone" "Telephone" Line; "address" "Address" Line;
    ORGANISATION = "organisation", "", "name":
        "id" "" Left; "place" "Place" Line;
    PERSON = "person", "", "name":
        "id" "" Left; "called" "Called" Line; "title" "Job title" Line; "organisation" "Works at" Ref("organisation");
        "email" "E-mail" Line; "phone" "Telephone" Line;
    PARTY = "party", "", "person":
        "id" "" Left; "role" "Role" Word; "relation" "Relation" Line; "influence" "Influence" Word;
        "level" "Stands" Word; "joined" "In it from" Day; "left" "No longer in it from" Day;
    ENGAGEMENT = "engagement", "", "name":
        "id" "" Left; "status" "Status" Word; "began" "Began" Day; "planned_end" "Planned end" Day;
        "ended" "Ended" Day; "ending" "" Part(&ENDING); "planned_sessions" "Sessions contracted" Figure;
        "session_minutes" "A session takes" Minutes; "pace" "" Part(&PACE); "fees" "Fees" Line;
        "language" "Language of its documents" Word; "own_summary" "Own summary last written as of" Day;
    ENDING = "ending", "", "":
        "early" "It ended before what was contracted" Figure; "words" "Agreed to be said about the end" Words;
    PACE = "pace", "", "":
        "rhythm" "" Part(&RHYTHM); "late_counts" "Cancelled late or missed counts as a session" Figure;
    RHYTHM = "rhythm", "", "":
        "every" "A session every" Figure; "unit" "Counted in" Word;
    FOLLOW_UP = "followUp", "due", "":
        "id" "" Left; "done" "Done" Day; "words" "What came of it" Words;
    AGREEMENT = "agreement", "effective", "":
        "id" "" Left; "drafted" "Put to the parties" Day; "raters" "Raters of a combined figure, at least" Figure;
        "assents" "Assents" Each(&ASSENT); "boundaries" "Boundaries" Table(&BOUNDARY); "additions" "Agreed besides" Words;
    ASSENT = "assent", "on", "party":
        "how" "" Word;
    BOUNDARY = "boundary", "", "":
        "topic" "Topic" Word; "role" "To the" Word; "rule" "Rule" Word;
    RELEASE = "release", "given", "":
        "id" "" Left; "audience" "For" OneOf(AUDIENCE); "topic" "About" Word; "voice" "In whose voice" Word;
        "how" "Consent" Word; "withdrawn" "Withdrawn" Day; "wording" "" Said; "note" "From" Ref("note");
        "session" "From" Ref("session"); "goal" "Goal" Ref("goal");
    APPROVAL = "approval", "on", "":
        "id" "" Left; "document" "Document" Word; "party" "For" Ref("party"); "meeting" "Prepares" Ref("meeting");
        "how" "Approved" Word; "said" "What it said" Words; "content" "Its content, as SHA-256" Line;
    GOAL = "goal", "", "":
        "id" "" Left; "versions" "" Each(&VERSION);
    VERSION = "goalVersion", "on", "title":
        "id" "" Left; "status" "Status" Word; "words" "In the coachee’s own words" Said; "why" "Why it matters" Words;
        "measure" "How we would know" Words; "shift" "" Part(&SHIFT); "levels" "" Part(&LEVELS);
        "session" "Came out of" Ref("session"); "meeting" "Came out of" Ref("meeting"); "weight" "Weight" Figure;
        "place" "Place in the order" Figure; "corrections" "Before a slip of the pen was corrected" Each(&CORRECTION);
        "recorded" "Recorded" Moment;
    SHIFT = "shift", "", "":
        "kind" "What shifted" Word; "prompt" "Prompted by" Word; "raised_by" "Raised by" Ref("party");
        "into" "Became" Ref("goal"); "reason" "The reason for the shift" Said;
    LEVELS = "levels", "", "":
        "on" "Levels written down" Day; "much_less" "Level −2" Words; "less" "Level −1" Words;
        "expected" "Level 0, what is expected" Words; "more" "Level +1" Words; "much_more" "Level +2" Words;
    CORRECTION = "correction", "", "title":
        "at" "Corrected" Moment; "words" "In the coachee’s own words" Said; "why" "Why it matters" Words;
        "measure" "How we would know" Words;
    TELLING = "telling", "", "version":
        "party" "To be told" Ref("party"); "steps" "" Table(&TELLING_STEP);
    TELLING_STEP = "tellingStep", "", "":
        "on" "Day" Day; "state" "How far it has come" Word; "by" "Will be told by" Day;
    SCORE = "score", "on", "goal":
        "id" "" Left; "level" "Level" Figure; "version" "Of the wording" Ref("version"); "session" "Session" Ref("session");
        "words" "Seen by what" Words;
    SELF_RATING = "selfRating", "on", "goal":
        "id" "" Left; "mark" "From 0 to 10" Figure; "version" "Of the wording" Ref("version");
        "session" "Session" Ref("session"); "words" "" Said;
    PRIORITY = "priority", "", "party":
        "id" "" Left; "ended" "No longer one from" Day; "wordings" "" Each(&PRIORITY_WORDING);
    PRIORITY_WORDING = "priorityWording", "on", "":
        "text" "" Said;
    TIE = "tie", "on", "goal":
        "id" "" Left; "to" "Serves" OneOf(TIED_TO); "until" "No longer from" Day; "words" "How it serves it" Words;
    SESSION = "session", "on", "":
        "id" "" Left; "at" "At" Line; "minutes" "Length" Minutes; "status" "Session" Word; "counted" "" Part(&COUNTED);
        "preparation" "What the coachee sent beforehand" Words; "opening" "What the coachee looked back on" Words;
        "record" "Record" Words; "reflective" "" Left;
    COUNTED = "counted", "", "":
        "planned_minutes" "Planned length" Minutes; "late" "Cancelled late" Figure; "pro_bono" "Pro bono" Figure;
        "group_of" "People in the group" Figure;
    MEETING = "meeting", "on", "kind":
        "id" "" Left; "at" "At" Line; "minutes" "Length" Minutes; "place" "Where" Line; "status" "Meeting" Word;
        "arranged" "Arranged" Day; "invited" "Invited" Ref("party"); "attended" "There" Ref("party");
        "agenda" "Agenda" Table(&AGENDA); "preparation" "" Part(&PREPARATION); "agreed" "Goals as they were agreed" Each(&AGREED);
        "decisions" "Decided" Each(&DECISION); "debrief" "What coach and coachee made of it" Words; "reflective" "" Left;
    AGENDA = "agendaItem", "", "":
        "text" "What" Line; "speaker" "Who speaks" OneOf(SPEAKER); "minutes" "Length" Minutes;
    PREPARATION = "preparation", "", "":
        "good_outcome" "The coachee beforehand: a good outcome" Words;
        "from_my_manager" "The coachee beforehand: wanted from my manager" Words;
        "on_the_table" "The coachee beforehand: on the table" Words;
        "off_the_table" "The coachee beforehand: off the table" Words;
        "coach_does" "Asks the coach to" Word;
    AGREED = "agreedGoal", "", "":
        "goal" "Goal" Ref("goal"); "version" "Wording of the goal then" Ref("version"); "wording" "" Said;
        "measure" "How we would know" Words;
    DECISION = "decision", "", "":
        "id" "" Left; "text" "" Words;
    COMMITMENT = "commitment", "made", "":
        "id" "" Left; "by" "Promised by" Ref("party"); "due" "Due" Day; "status" "Status" Word; "settled" "Settled" Day;
        "session" "Made in" Ref("session"); "meeting" "Made in" Ref("meeting"); "text" "" Words;
    NOTE = "note", "on", "":
        "id" "" Left; "said_by" "Said by" Ref("party"); "session" "Session" Ref("session"); "goal" "Goal" Ref("goal");
        "text" "" Words;
    THREAD = "thread", "", "subject":
        "id" "" Left; "insights" "" Ref("note");
    POSITION = "position", "on", "party":
        "id" "" Left; "goal" "Goal" Ref("goal"); "stance" "Stance" Word; "words" "" Said;
    BELIEF = "belief", "on", "party":
        "id" "" Left; "text" "" Words;
    CLASH = "clash", "on", "title":
        "id" "" Left; "goal" "Goal" Ref("goal"); "sides" "Sides" Each(&SIDE); "shared_objective" "Shared objective" Words;
        "not_negotiable" "Not negotiable" Words; "evidence" "Evidence to bring" Words;
        "experiments" "What is tried" Each(&EXPERIMENT); "outcome" "" Part(&OUTCOME);
    SIDE = "clashSide", "", "party":
        "wants" "Wants" Words; "fears" "Fears" Words;
    EXPERIMENT = "experiment", "on", "":
        "id" "" Left; "judge_on" "To be judged" Day; "judged" "Judged" Day; "text" "" Words; "came_of" "What came of it" Words;
    OUTCOME = "clashOutcome", "", "":
        "end" "Ended in" Word; "on" "Ended" Day; "words" "How it ended" Words;
    ROUND = "round", "on", "":
        "id" "" Left; "closed" "Closed" Day; "asked" "Asked about" Table(&ASKED); "answers" "Answers" Table(&ANSWER);
    ASKED = "asked", "", "":
        "goal" "Goal" Ref("goal"); "version" "In the wording" Ref("version");
    ANSWER = "answer", "", "":
        "party" "Who" Ref("party"); "goal" "Goal" Ref("goal"); "change" "Change, −3 to +3" Figure;
        "feed_forward" "Suggestion" Line; "how" "How" Word;
    CONTACT = "contact", "on", "party":
        "id" "" Left; "how" "How" Word; "coachee_told" "The coachee was told" Day; "resolved" "No longer withheld from" Day;
        "text" "" Words; "withheld" "Why it was withheld from the coachee" Words;
    MARK = "mark", "on", "":
        "id" "" Left; "item" "What" Item; "taken" "Taken there" Day; "why" "" Words;
    MASK = "mask", "", "name":
        "becomes" "In its place stands" Line;
    DISCLOSURE = "disclosure", "on", "":
        "number" "Entry" Figure; "to" "To" Ref("party"); "by" "By" Word; "how" "How" Word; "what" "" OneOf(DISCLOSED);
        "ground" "Ground" OneOf(GROUND); "recorded" "Recorded" Moment; "previous" "Seal of the entry before" Line;
        "hash" "Seal of this entry" Line;
    EXCEPTION = "exception", "", "":
        "kind" "Exception for" Word; "consulted" "Consulted first" Word; "reason" "Why" Words;
    HOLD = "hold", "on", "":
        "id" "" Left; "engagement" "Engagement" Ref("engagement"); "lifted" "Lifted" Day; "reason" "" Words;
    DISPOSAL = "disposal", "on", "":
        "id" "" Left; "engagement" "Engagement" Ref("engagement"); "part" "What was disposed of" Word; "rule" "Why" Word;
        "recorded" "Recorded" Moment; "items" "" Each(&DISPOSED);
    DISPOSED = "disposed", "", "":
        "kind" "Of which list" Line; "count" "How many" Figure; "sha256" "SHA-256" Line;
    TEMPLATE = "template", "", "name":
        "id" "" Left; "boundaries" "" Table(&BOUNDARY); "additions" "Agreed besides" Words;
    QUESTION = "question", "", "text":
        "id" "" Left;
    LISTING = "listing", "", "":
        "given" "Consented to be listed" Day; "how" "Consent" Word; "withdrawn" "Consent withdrawn" Day;
    EARLIER_HOURS = "earlierHours", "from", "client":
        "id" "" Left; "contact" "Contact" Line; "group" "People in the group" Figure; "until" "Until" Day;
        "paid" "Paid" Minutes; "pro_bono" "Pro bono" Minutes; "listing" "" Part(&LISTING);
    LEARNING = "learning", "on", "":
        "id" "" Left; "kind" "Kind" Word; "minutes" "Length" Minutes; "with" "With" Line; "about" "" Words;
    WILL = "will", "", "":
        "successor" "Who takes over" Words; "reach" "How to reach them" Words; "stand_in" "Who does it otherwise" Words;
        "tasks" "What they are to do" Words; "vault" "Where the vault and its backups are" Words;
        "sealed" "Where what opens it lies" Words; "tell" "Whom to tell" Words; "reviewed" "Last reviewed" Day;
        "language" "Language" Word;
    // What the schema says without a name of its own.
    TOLD_WORDS = "disclosed.words", "", "":
        "topic" "About" Word; "version" "Goal" Ref("version"); "wording" "" Said;
    TOLD_DOCUMENT = "disclosed.document", "", "":
        "kind" "Document" Word; "sha256" "Its file, as SHA-256" Line; "content" "Its content, as SHA-256" Line;
    LISTED = "own.listings", "", "person":
        "listing" "" Part(&LISTING);
    KEEPS = "keeps", "", "":
        "reflective_months" "Months for which reflective notes are kept after the end" Figure;
        "record_years" "Years for which the record is kept after the end" Figure;
    CERTIFICATE = "own.certificates", "", "name":
        "learning" "Of" Ref("learning"); "file" "" Left;
    LETTERHEAD = "letterhead", "", "":
        "colour" "Colour of the letterhead" Line; "logo" "" Left;
    // The coach's own part of what stands elsewhere as well.
    SESSION_ALONE = "", "on", "":
        "reflective" "" Words;
    MEETING_ALONE = "", "on", "kind":
        "reflective" "" Words;
}
