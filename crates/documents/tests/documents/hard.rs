//! What people write, and how much of it: text stays text, and nothing breaks.

use documents::{Stamp, docx, html, markdown, pdf};
use serde_json::{Value, json};

use crate::files::pages;
use crate::support::{bare, brief, case_of, rich_value, sheet, summary};

const FINAL: Stamp = Stamp::Final { approved: None };

const ODD: &[&str] = &[
    "#let x = 1; #x *bold* _it_ = Title $x^2$ @ref <label> `raw` // no comment \\ ~ -- ...",
    "#import \"secret.typ\" #read(\"/etc/passwd\") #panic(1) ] } ) #eval(\"1\")",
    "<script>alert(1)</script> &amp; <!-- --> <b>b</b> javascript:alert(1) ![x](http://e.x)",
    "# heading\n- list\n1. one\n> quote\n```\ncode\n```\n| a | b |\n---",
    "right \u{202e}to left\u{200f} \u{2066}iso and Ω Ж",
    "emoji 🪑👩🏽\u{200d}💻🇳🇴 \u{fe0f} and \u{e000} \u{feff} \u{1} \u{7f} \u{85} \u{10fffd}",
    "中文字符 かな 한국어 עברית العربية हिन्दी ไทย ქართული",
    "{name} {date} {coachee} {n} {m}",
    "ﬁ e\u{301} \u{a0}\u{ad}soft\u{200b}zero",
];

/// The rich record with odd words wherever people write.
fn odd_record() -> Value {
    let mut value = rich_value();
    let e = &mut value["engagement"];
    e["name"] = json!(ODD[0]);
    for (release, odd) in ODD.iter().enumerate() {
        let mut one = e["releases"][0].clone();
        one["id"] = json!(format!("odd{release}"));
        one["wording"] = json!(odd);
        e["releases"].as_array_mut().unwrap().push(one);
    }
    e["meetings"][0]["agreed"][0]["wording"] = json!(ODD[1]);
    e["meetings"][0]["decisions"][0]["text"] = json!(ODD[3]);
    e["meetings"][1]["place"] = json!(ODD[2]);
    e["insights"][0]["text"] = json!(ODD[5]);
    e["goals"][0]["versions"][0]["title"] = json!(ODD[6]);
    e["goals"][2]["versions"][0]["words"] = json!(ODD[4]);
    e["commitments"][0]["text"] = json!(ODD[7]);
    value["people"][0]["title"] = json!(ODD[8]);
    value["people"][1]["name"] = json!(ODD[2]);
    value["people"][1]["title"] = json!(ODD[7]);
    value
}

#[test]
fn markup_stays_text() {
    let case = case_of(odd_record());
    let content = brief(&case, "ingrid", "m2", "2026-05-11");
    let text = bare(&pages(&pdf(&content, FINAL).unwrap()).join(" "));
    for odd in ODD {
        // The first words of each, as they were written, wherever their lines break.
        let first: String = odd.chars().take_while(char::is_ascii).take(30).collect();
        assert!(text.contains(&bare(&first)), "{first} in {text}");
    }
    let page = html(&content, FINAL);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"));
    for tag in ["<script", "<b>", "<label", "<!--"] {
        assert!(!page.contains(tag), "{tag}");
    }
    let plain = markdown(&content, FINAL);
    assert!(plain.contains("\\<script\\>"));
    assert!(!plain.contains("\n# heading"));
    docx(&content, FINAL).unwrap();
    pdf(&summary(&case, "maya", "2026-05-11"), Stamp::Draft).unwrap();
}

#[test]
fn forty_goals() {
    let mut value = rich_value();
    let goals: Vec<Value> = (0..40)
        .map(|n| json!({"goal": "g-a", "version": "a1", "wording": format!("Goal wording {n}")}))
        .collect();
    value["engagement"]["meetings"][0]["agreed"] = json!(goals);
    let content = brief(&case_of(value), "ingrid", "m2", "2026-05-11");
    let text = pages(&pdf(&content, FINAL).unwrap()).join(" ");
    assert!(text.contains("Goal 40 of 40"));
    assert!(text.contains("Goal wording 39"));
}

#[test]
fn no_goals_and_nothing_else() {
    let mut value = rich_value();
    let e = value["engagement"].as_object_mut().unwrap();
    for part in [
        "goals",
        "tellings",
        "sessions",
        "commitments",
        "expectations",
        "positions",
        "themes",
        "support_needed",
        "purpose",
        "progress",
        "insights",
        "practices",
        "feedback",
        "sponsor_contacts",
        "reflections",
        "releases",
    ] {
        e.remove(part);
    }
    value["engagement"]["meetings"][0]["agreed"] = json!([]);
    value["engagement"]["meetings"][1]
        .as_object_mut()
        .unwrap()
        .remove("preparation");
    let case = case_of(value);
    let on = "2026-05-11";
    for content in [
        brief(&case, "ingrid", "m2", on),
        brief(&case, "maya", "m2", on),
        sheet(&case, "m2", on),
        summary(&case, "ingrid", on),
        summary(&case, "maya", on),
    ] {
        assert!(!pdf(&content, FINAL).unwrap().is_empty());
        assert!(
            content
                .sections
                .iter()
                .all(|section| !section.blocks.is_empty())
        );
    }
    pdf(&sheet(&case, "m2", on), FINAL).unwrap();
}

#[test]
fn five_thousand_words_and_one_very_long_one() {
    let mut value = rich_value();
    let long = "It has grown over time, and it started with listening. ".repeat(550);
    value["engagement"]["insights"][0]["text"] = json!(long);
    value["engagement"]["insights"][1]["text"] = json!("x".repeat(3000));
    value["engagement"]["insights"][2]["text"] = json!("line\n".repeat(400));
    let content = summary(&case_of(value), "maya", "2026-05-11");
    let pages = pages(&pdf(&content, FINAL).unwrap());
    assert!(pages.len() > 15, "{}", pages.len());
    assert!(pages.last().unwrap().contains("Anna Berg"));
}
