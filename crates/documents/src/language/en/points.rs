//! The talking points in English.

use coaching::drift::DriftKind;

use crate::language::points::{Opening, PointWords};

pub(super) static POINTS: PointWords = PointWords {
    eyebrow: "Talking points for {name}",
    title: "What I may want to tell {to}",
    to: "To whom",
    lead: "This sheet is yours. It holds what has moved since you last agreed on goals with {to}, \
           why, in your own words, and a few ways to begin. What you say of it, when, and whether at \
           all, is for you to decide.",
    nothing: "Nothing waits to be told to {to}.",
    agreed_on: "The goals were last agreed on {date}, at {meeting}.",
    never_agreed: "No goals have been agreed together yet, so nothing has to be told.",
    moved: "What has moved, and how I could say it",
    number: "{n} of {m}",
    happened: "What happened",
    meant_to_tell: "You meant to tell by {by}",
    reason: "Why it moved, {date}",
    words: "What it means to you, {date}",
    serves: "How it still serves the organisation",
    serves_nothing_yet: "Nothing is noted about this yet: a question to take along before you speak.",
    direction: "Your sense of direction",
    how: "How this serves it",
    ways: "Ways to begin. Take one, or none; your own words are better.",
    to_say: "What you may want to say to {to}",
    plainly: "Plainly",
    asking: "Asking for a view",
    support_label: "Asking for support",
    later: "Not yet",
    view: "{short} I would like to tell you how that came about. And I would like to know how it \
           looks from where you are: what would it make easier, and what harder?",
    support: "{short} There is one thing with which you could help me: …",
    not_yet: "There is something about {agreed} that I am still thinking through. I would rather \
              speak of it when I can say it clearly. May I come back to you then?",
    not_yet_by: "There is something about {agreed} that I am still thinking through. I would rather \
                 speak of it when I can say it clearly. May I come back to you by {by}?",
    not_yet_new: "There is something that I am still thinking through. I would rather speak of it \
                  when I can say it clearly. May I come back to you then?",
    not_yet_new_by: "There is something that I am still thinking through. I would rather speak of it \
                     when I can say it clearly. May I come back to you by {by}?",
    notes: "My notes",
    private: "Kept private",
    private_lead: "You decided to keep this to yourself. It stands here because you asked for it; \
                   nothing has to be said of it to {to}.",
    yours: "Whose sheet this is",
    yours_text: "Yours. Your coach has the same words and tells them to nobody. Nothing here counts \
                 as said until you say it.",
    prompts: [
        "What do I most want {to} to understand?",
        "What do I leave out, and am I at ease with that?",
        "What do I ask for?",
        "My first sentence:",
    ],
    opening,
};

fn opening(kind: DriftKind) -> Opening {
    let (plain, plain_same, short) = match kind {
        DriftKind::Unchanged | DriftKind::Clarified => (
            "I can now say more clearly what I meant by {agreed}: {now}.",
            "I can now say more clearly what I meant by {agreed}.",
            "I see more clearly now what I meant by {agreed}.",
        ),
        DriftKind::Shifted => (
            "On {date} we agreed on {agreed}. What I mean by it has moved since. Today I would say \
             {now}.",
            "On {date} we agreed on {agreed}. The words still stand; what I mean by them has moved.",
            "What I mean by {agreed} has moved.",
        ),
        DriftKind::Replaced => (
            "On {date} we agreed on {agreed}. I have come to see that something else comes first: \
             {now}. That is what I am working on.",
            "On {date} we agreed on {agreed}. Something else has taken its place.",
            "Something else has taken the place of {agreed}.",
        ),
        DriftKind::Split => (
            "On {date} we agreed on {agreed}. It turned out to be more than one thing: {now}.",
            "On {date} we agreed on {agreed}. It turned out to be more than one thing.",
            "I found that {agreed} is more than one thing.",
        ),
        DriftKind::Merged => (
            "On {date} we agreed on {agreed}. It no longer stands by itself: it has become part of \
             {now}.",
            "On {date} we agreed on {agreed}. It no longer stands by itself.",
            "I no longer see {agreed} as a goal that stands by itself.",
        ),
        DriftKind::Paused => (
            "On {date} we agreed on {agreed}. I have put it down for now. I have not given it up.",
            "On {date} we agreed on {agreed}. I have put it down for now. I have not given it up.",
            "I have put {agreed} down for now.",
        ),
        DriftKind::Achieved => (
            "On {date} we agreed on {agreed}. As I see it, it has been reached.",
            "On {date} we agreed on {agreed}. As I see it, it has been reached.",
            "As I see it, {agreed} has been reached.",
        ),
        DriftKind::LetGo => (
            "On {date} we agreed on {agreed}. I have let it go, and I would rather tell you than \
             leave it standing.",
            "On {date} we agreed on {agreed}. I have let it go, and I would rather tell you than \
             leave it standing.",
            "I have let go of {agreed}.",
        ),
        DriftKind::New => (
            "There is something that we have not agreed on and that matters to me now: {now}.",
            "There is something that we have not agreed on and that matters to me now.",
            "Something matters to me now that we have not agreed on: {now}.",
        ),
    };
    Opening {
        plain,
        plain_same,
        short,
    }
}
