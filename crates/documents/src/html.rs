//! HTML: one page, which loads nothing and runs nothing.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::content::{Block, Chair, Content, Fact};
use crate::language::{Words, fill, words};
use crate::letterhead::{Letterhead, Paper};
use crate::picture::svg::svg;
use crate::stamp::Frame;
use crate::visible::visible;

const STYLE: &str = include_str!("style.css");

/// How links look, where there are any.
const LINKS: &str = "nav { margin: 1rem 0; }\nnav ul { list-style: none; padding: 0; }\n\
    nav li { margin: 0.3rem 0; }\n\
    nav.short li { display: inline-block; margin-inline-end: 1rem; }\na { color: var(--accent); }\n\
    body { overflow-wrap: break-word; }\n";

/// A link to a file beside a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where to, from the page's own folder: letters, figures, hyphens, dots and slashes alone.
    pub to: String,
    /// What it is called.
    pub label: String,
    /// What is found there; may be empty.
    pub note: String,
}

/// Writes a document as one HTML page.
#[must_use]
pub fn html<'a>(content: &Content, paper: impl Into<Paper<'a>>) -> String {
    linked_html(content, paper, &[])
}

/// Writes a document as an HTML page among others, with links to them under its head.
#[must_use]
pub fn linked_html<'a>(content: &Content, paper: impl Into<Paper<'a>>, links: &[Link]) -> String {
    let paper = paper.into();
    let w = words(content.language);
    let frame = Frame::of(content, paper.stamp());
    let letterhead = paper.letterhead(content);
    let has_logo = letterhead.is_some_and(|letterhead| letterhead.logo.is_some());
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}: {}</title>\n\
         <style>\n{STYLE}{}</style>\n</head>\n<body class=\"{}\">\n<header>\n",
        w.tag,
        if has_logo { "; img-src data:" } else { "" },
        escaped(&content.eyebrow),
        escaped(&content.title),
        if links.is_empty() { "" } else { LINKS },
        match content.chair {
            Chair::Coach => "coach",
            Chair::Coachee => "coachee",
            Chair::Sponsor => "sponsor",
        },
    );
    if let Some(letterhead) = letterhead {
        head(w, letterhead, &mut out);
    }
    if let Some(draft) = frame.draft {
        out.push_str(&format!("<p class=\"draft\">{}</p>\n", escaped(draft)));
    }
    let for_whom = fill(w.frame.for_name, &[("name", &content.for_whom)]);
    out.push_str(&format!(
        "<p class=\"small\" dir=\"auto\">{} · {} · {}</p>\n\
         <p class=\"eyebrow\" dir=\"auto\">{}</p>\n<h1 dir=\"auto\">{}</h1>\n",
        escaped(&for_whom),
        escaped(&w.day(content.date)),
        escaped(frame.whose_eyes),
        escaped(&content.eyebrow),
        escaped(&content.title),
    ));
    if !content.engagement.is_empty() {
        out.push_str(&format!(
            "<p class=\"engagement\" dir=\"auto\">{}</p>\n",
            escaped(&content.engagement)
        ));
    }
    facts(&content.facts, &mut out);
    navigation(links, &mut out);
    out.push_str("</header>\n<main>\n");
    for section in &content.sections {
        out.push_str(&format!(
            "<section{}>\n<h2 dir=\"auto\">{}</h2>\n",
            if section.own_page {
                " class=\"own\""
            } else {
                ""
            },
            escaped(&section.heading)
        ));
        section.blocks.iter().for_each(|b| block(b, &mut out));
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n<footer>\n");
    if content.says_from_whom() {
        let from = Fact {
            label: w.label.from.to_owned(),
            text: content.coach.clone(),
        };
        facts(&[from], &mut out);
    }
    if let Some(approved) = frame.approved {
        paragraphs("", &approved, &mut out);
    }
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn navigation(links: &[Link], out: &mut String) {
    if links.is_empty() {
        return;
    }
    let short = links.iter().all(|link| link.note.is_empty());
    let class = if short { " class=\"short\"" } else { "" };
    out.push_str(&format!("<nav{class}>\n<ul>\n"));
    for link in links {
        out.push_str(&format!(
            "<li dir=\"auto\"><a href=\"{}\">{}</a>",
            escaped(&link.to),
            escaped(&link.label)
        ));
        if !link.note.is_empty() {
            out.push_str(&format!(
                "<span class=\"small\">{}</span>",
                lines(&link.note)
            ));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</nav>\n");
}

/// The coach's letterhead.
fn head(w: &Words, letterhead: &Letterhead, out: &mut String) {
    let name = letterhead.name.trim();
    let colour = letterhead.colour.map_or(String::new(), |colour| {
        format!(" style=\"color:{}\"", colour.on_paper())
    });
    out.push_str(&format!("<div class=\"letterhead\"{colour}>\n"));
    if let Some(logo) = &letterhead.logo {
        let (width, height) = logo.within(160, 80);
        out.push_str(&format!(
            "<img alt=\"{}\" width=\"{width}\" height=\"{height}\" src=\"data:image/png;base64,{}\">\n",
            escaped(&fill(w.frame.logo_of, &[("name", name)])),
            BASE64_STANDARD.encode(logo.png())
        ));
    }
    paragraphs("sender", name, out);
    letterhead
        .said()
        .for_each(|line| paragraphs("small", line, out));
    out.push_str("</div>\n");
}

fn block(piece: &Block, out: &mut String) {
    match piece {
        Block::Lead { text } => paragraphs("lead", text, out),
        Block::Paragraph { text } => paragraphs("", text, out),
        Block::Small { text } => paragraphs("small", text, out),
        Block::Subheading { text } => heading(text, out),
        Block::Quotation { text, by } => {
            out.push_str("<blockquote>\n");
            paragraphs("", text, out);
            if !by.is_empty() {
                paragraphs("small", by, out);
            }
            out.push_str("</blockquote>\n");
        }
        Block::Goal {
            number,
            title,
            facts: items,
            blocks,
        } => {
            out.push_str("<article>\n");
            paragraphs("number", number, out);
            heading(title, out);
            facts(items, out);
            blocks.iter().for_each(|inner| block(inner, out));
            out.push_str("</article>\n");
        }
        Block::Facts { items } => facts(items, out),
        Block::List { items } => list("ul", items.iter().map(|i| (&*i.text, &*i.note)), out),
        Block::Agenda { steps } => list("ol", steps.iter().map(|s| (&*s.what, &*s.who)), out),
        Block::Questions { items } => list("ol", items.iter().map(|i| (&**i, "")), out),
        Block::Timeline { moments } => {
            for moment in moments {
                paragraphs("when", &moment.when, out);
                if !moment.label.is_empty() {
                    paragraphs("small", &moment.label, out);
                }
                if !moment.title.is_empty() {
                    paragraphs("wording", &moment.title, out);
                }
                moment.blocks.iter().for_each(|inner| block(inner, out));
            }
        }
        Block::Table { head, rows } => table(head, rows, out),
        Block::Picture { alt, drawing } => {
            out.push_str(&format!("<figure>\n{}</figure>\n", svg(drawing, alt)));
        }
        Block::Signatures {
            signature,
            place_and_date,
            people,
        } => {
            for who in people {
                out.push_str("<div class=\"sign\">\n");
                paragraphs("wording", &who.name, out);
                paragraphs("small", &who.role, out);
                for label in [signature, place_and_date] {
                    paragraphs("line small", label, out);
                }
                out.push_str("</div>\n");
            }
        }
    }
}

fn heading(text: &str, out: &mut String) {
    out.push_str(&format!("<h3 dir=\"auto\">{}</h3>\n", escaped(text)));
}

fn facts(facts: &[Fact], out: &mut String) {
    if facts.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for fact in facts {
        out.push_str(&format!(
            "<dt dir=\"auto\">{}</dt><dd dir=\"auto\">{}</dd>\n",
            escaped(&fact.label),
            lines(&fact.text)
        ));
    }
    out.push_str("</dl>\n");
}

fn list<'t>(tag: &str, items: impl Iterator<Item = (&'t str, &'t str)>, out: &mut String) {
    out.push_str(&format!("<{tag}>\n"));
    for (text, note) in items {
        out.push_str(&format!("<li dir=\"auto\">{}", lines(text)));
        if !note.is_empty() {
            out.push_str(&format!("<span class=\"small\">{}</span>", lines(note)));
        }
        out.push_str("</li>\n");
    }
    out.push_str(&format!("</{tag}>\n"));
}

fn table(head: &[String], rows: &[Vec<String>], out: &mut String) {
    let cell = |tag: &str, scope: &str, text: &str| {
        format!("<{tag}{scope} dir=\"auto\">{}</{tag}>", lines(text))
    };
    out.push_str("<table>\n<thead>\n<tr>");
    for text in head {
        out.push_str(&cell("th", " scope=\"col\"", text));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for cells in rows {
        out.push_str("<tr>");
        for (index, text) in cells.iter().enumerate() {
            out.push_str(&match index {
                0 => cell("th", " scope=\"row\"", text),
                _ => cell("td", "", text),
            });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Blank lines part paragraphs, single ones part lines.
fn paragraphs(class: &str, text: &str, out: &mut String) {
    let text = visible(text);
    for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        out.push_str(&format!("<p{class} dir=\"auto\">{}</p>\n", lines(part)));
    }
}

fn lines(text: &str) -> String {
    escaped(text.trim()).replace('\n', "<br>")
}

/// Words as text of HTML or XML.
pub(crate) fn escaped(text: &str) -> String {
    visible(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
