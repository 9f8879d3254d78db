//! What the arrows are: who may depend on whom, and what may be named where. A change to
//! `docs/architecture.md` ends here.

/// Each crate, and those of ours that it may depend on.
pub const ARROWS: &[(&str, &[&str])] = &[
    ("coaching", &[]),
    ("vault", &[]),
    ("store", &["coaching"]),
    ("documents", &["coaching"]),
    ("intake", &[]),
    (
        "practice",
        &["store", "vault", "documents", "intake", "coaching"],
    ),
    ("three-chairs-cli", &["practice"]),
    ("three-chairs-window", &["practice"]),
    (
        "whole-program-tests",
        &[
            "practice",
            "store",
            "vault",
            "documents",
            "intake",
            "coaching",
        ],
    ),
    ("xtask", &[]),
];

/// Foreign crates that stand for one crate's work: a name or the start of one, and who may use it.
pub const ONLY_IN: &[(&str, &[&str])] = &[
    // What the program takes is compared with what a bare SQLCipher takes.
    ("rusqlite*", &["store", "whole-program-tests"]),
    ("libsqlite3-sys", &["store"]),
    ("ring", &["vault"]),
    ("argon2", &["vault"]),
    ("keyring*", &["vault"]),
    // The keychain; and the system's signals of sleep and locking.
    (
        "zbus*",
        &["vault", "three-chairs-window", "whole-program-tests"],
    ),
    ("gtk", &["three-chairs-window"]),
    ("rustix", &["vault"]),
    ("secret-service", &["vault"]),
    ("typst*", &["documents"]),
    ("docx*", &["documents"]),
    ("ical", &["documents"]),
    ("calcard", &["intake"]),
    // Each side's tests use the other's: what was written is read back, what is read was written.
    ("calamine", &["documents", "intake"]),
    ("rust_xlsxwriter", &["documents", "intake"]),
    ("csv", &["documents", "intake"]),
    ("tauri*", &["three-chairs-window"]),
    ("clap*", &["three-chairs-cli"]),
    ("rpassword", &["three-chairs-cli"]),
    // The programs, and the benchmark of documents, which are timed as the programs write them.
    (
        "zeroizing-alloc",
        &[
            "three-chairs-cli",
            "three-chairs-window",
            "whole-program-tests",
            "documents",
        ],
    ),
    ("ts-rs", &["coaching", "practice"]),
    ("fantoccini", &["whole-program-tests"]),
    // The program opens no network connection.
    ("reqwest", &[]),
    ("hyper*", &["whole-program-tests"]),
    ("ureq", &[]),
    ("curl", &[]),
    ("tungstenite", &[]),
];

/// All that the rules need of others' work. Each addition is a decision.
pub const COACHING_USES: &[&str] = &[
    "chrono",
    "serde",
    "thiserror",
    "ts-rs",
    // What makes two spellings of a name the same: tables, no judgement of its own.
    "unicode-normalization",
    "proptest",
    "serde_json",
];

/// What rules and renderers must not reach: the disk, the network, the system, a clock, and
/// collections whose order is random and would let two equal histories give different bytes.
pub const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "SystemTime::now",
    "Instant::now",
    "chrono::Local",
    "chrono::Utc::now",
    "Local::now",
    "Utc::now",
    "std::collections::HashMap",
    "std::collections::HashSet",
];

/// The parts of `coaching` that a renderer may name: what `seat` made, and plain words for it.
pub const DOCUMENTS_MAY_NAME: &[&str] = &[
    "coaching::view",
    "coaching::page",
    "coaching::contract",
    "coaching::case_sheet",
    "coaching::client_story",
    // Picked from a view, and ids that a view shows things to belong together by.
    "coaching::talking_points",
    "coaching::ids::GoalId",
    // Days until which notes are kept, and how minutes are shared out: neither knows of a record.
    "coaching::closing::Clocks",
    // How much of what was disposed of: counts and digests.
    "coaching::retention::Disposal",
    "coaching::meetings::share_out",
    "coaching::nameless::Nameless",
    "coaching::nameless::Part",
    "coaching::nameless::StandsFor",
    "coaching::words",
    "coaching::day",
    "coaching::drift::DriftKind",
    // Where things lie and who takes over: of the coach's own, of no engagement.
    "coaching::will::Will",
];
