//! The professional will, in English.

use crate::language::will::WillWords;

pub(super) static WILL: WillWords = WillWords {
    eyebrow: "Professional will",
    title: "If I cannot look after my practice",
    frame: "For the one who takes over. No key stands on this page.",
    reviewed: "Last looked through",
    who: "Who takes over",
    successor: "Takes over",
    reach: "Reached by",
    stand_in: "Otherwise",
    tasks: "What to do",
    places: "Where things are",
    vault: "The vault and its backups",
    sealed: "What opens it",
    tell: "Whom to tell",
    getting_in: "How to get in",
    steps: &[
        "Open Three Chairs on the laptop named above, or install it on another one. It needs no \
         account and no network.",
        "Open the folder of the vault. If the laptop is lost or broken, restore the latest backup \
         from the first page instead.",
        "Open what is sealed, and type the passphrase or the recovery key that lies in it. Seal it \
         again afterwards, or keep it on you.",
        "Engagements lists those who are being coached, with their next session. People says how to \
         reach them.",
        "The page Practice says what is kept until when. What is due is destroyed there, which leaves \
         a certificate.",
    ],
    in_confidence: "In confidence",
    confidence: &[
        "What stands in the vault was said in confidence. Read what you need to tell people and to \
         end or hand on the work, and nothing more. My own notes are not for reading.",
        "Nothing of it goes to an employer or a sponsor, beyond that the coaching has stopped and \
         whom to turn to. The people who are coached may ask for what is kept about them.",
    ],
    signed: "Signed",
};
