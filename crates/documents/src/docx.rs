//! Word's format, with real heading styles, so that a reader can find the way without eyes.

mod finish;

use std::io::Cursor;

use docx_rs::{
    BorderType, BreakType, Docx, Footer, Header, LineSpacing, LineSpacingType, NumPages,
    PageMargin, PageNum, Paragraph, Pic, Run, RunFonts, SpecialIndentType, Style, StyleType, Table,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableLayoutType, TableRow,
    WidthType,
};

use crate::content::{Block, Chair, Content, Fact};
use crate::html::escaped;
use crate::language::{fill, words};
use crate::letterhead::{Letterhead, Logo, Paper};
use crate::refused::NotRendered;
use crate::stamp::Frame;
use crate::visible::{runs_from_the_right, visible};

/// Writes a document for Word. The same content and stamp give the same bytes; they hold no time.
///
/// # Errors
/// [`NotRendered`] when the file cannot be packed, which is a fault of the program.
pub fn docx<'a>(content: &Content, paper: impl Into<Paper<'a>>) -> Result<Vec<u8>, NotRendered> {
    let paper = paper.into();
    let w = words(content.language);
    let frame = Frame::of(content, paper.stamp());
    let accent = match content.chair {
        Chair::Coach => "6B3F69",
        Chair::Coachee => "1B6B66",
        Chair::Sponsor => "8A5300",
    };
    let for_whom = fill(w.frame.for_name, &[("name", &content.for_whom)]);
    let mut head = vec![for_whom, w.day(content.date)];
    head.extend(frame.draft.map(str::to_owned));
    let mut out = Pieces(Vec::new());
    let letterhead = paper.letterhead(content);
    if let Some(letterhead) = letterhead {
        out.letterhead(letterhead);
    }
    out.add("Eyebrow", &content.eyebrow);
    out.add("Title", &content.title);
    out.add("Engagement", &content.engagement);
    out.facts(&content.facts);
    for section in &content.sections {
        let heading = styled("Heading1", &section.heading);
        out.paragraph(heading.page_break_before(section.own_page));
        section.blocks.iter().for_each(|block| out.block(block));
    }
    if content.says_from_whom() {
        out.facts(&[Fact {
            label: w.label.from.to_owned(),
            text: content.coach.clone(),
        }]);
    }
    if let Some(approved) = &frame.approved {
        out.add("Normal", approved);
    }
    let mut file = styles(Docx::new(), accent)
        .page_size(11906, 16838)
        .page_margin(
            PageMargin::new()
                .top(1870)
                .bottom(1700)
                .left(1700)
                .right(1700),
        )
        .header(Header::new().add_paragraph(styled("Small", &head.join(" · "))))
        .footer(Footer::new().add_paragraph(page_of(w.frame.page_of, frame.whose_eyes)));
    for piece in out.0 {
        file = match piece {
            Piece::Paragraph(paragraph) => file.add_paragraph(*paragraph),
            Piece::Table(table) => file.add_table(*table),
        };
    }
    let mut parts = file.build();
    parts.doc_props.core = properties(content, w.tag);
    let name = letterhead.map_or("", |letterhead| letterhead.name.trim());
    let shows = fill(w.frame.logo_of, &[("name", name)]);
    finish::finish(&mut parts, w.tag, &escaped(&shows));
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|_| NotRendered("packing"))?;
    Ok(bytes.into_inner())
}

/// The file's own properties: title, author, language, and no time.
fn properties(content: &Content, language: &str) -> Vec<u8> {
    let title = format!("{}: {}", content.eyebrow, content.title);
    let creator = match content.coach.as_str() {
        "" => String::new(),
        coach => format!("<dc:creator>{}</dc:creator>", escaped(coach)),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         {creator}<dc:language>{language}</dc:language></cp:coreProperties>",
        escaped(&title),
    )
    .into_bytes()
}

/// "In confidence · Page 1 of 3", with the numbers as fields.
fn page_of(wording: &str, whose_eyes: &str) -> Paragraph {
    let (before, rest) = wording.split_once("{n}").unwrap_or((wording, ""));
    let (between, after) = rest.split_once("{m}").unwrap_or((rest, ""));
    Paragraph::new()
        .style("Small")
        .add_run(Run::new().add_text(format!("{whose_eyes} · {before}")))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(between))
        .add_num_pages(NumPages::new())
        .add_run(Run::new().add_text(after))
}

/// Sizes are in half points, spaces in twentieths of a point.
fn styles(file: Docx, accent: &str) -> Docx {
    // Faces that a reader's own machine has: Word embeds none.
    let serif = || RunFonts::new().ascii("Georgia").hi_ansi("Georgia");
    let sans = || RunFonts::new().ascii("Calibri").hi_ansi("Calibri");
    let space = |before, after| {
        LineSpacing::new()
            .before(before)
            .after(after)
            .line(290)
            .line_rule(LineSpacingType::Auto)
    };
    let style = |id: &str, name: &str| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
    };
    file.default_fonts(serif())
        .default_size(21)
        .add_style(
            Style::new("Normal", StyleType::Paragraph)
                .name("Normal")
                .color("22262B")
                .line_spacing(space(0, 120)),
        )
        .add_style(
            style("Title", "Title")
                .size(50)
                .bold()
                .line_spacing(space(60, 60)),
        )
        .add_style(
            style("Heading1", "heading 1")
                .size(30)
                .bold()
                .outline_lvl(0)
                .line_spacing(space(480, 120)),
        )
        .add_style(
            style("Heading2", "heading 2")
                .size(24)
                .bold()
                .outline_lvl(1)
                .line_spacing(space(280, 80)),
        )
        .add_style(
            style("Eyebrow", "Eyebrow")
                .fonts(sans())
                .size(20)
                .bold()
                .color(accent),
        )
        .add_style(
            style("Engagement", "Subtitle")
                .size(25)
                .italic()
                .color("5C6168")
                .line_spacing(space(0, 240)),
        )
        .add_style(
            style("Sender", "Sender")
                .fonts(sans())
                .size(18)
                .line_spacing(space(0, 0)),
        )
        .add_style(style("Lead", "Lead").size(24))
        .add_style(
            style("Quote", "Quote")
                .size(24)
                .italic()
                .indent(Some(360), None, None, None)
                .line_spacing(space(120, 60)),
        )
        .add_style(
            style("Small", "Small")
                .fonts(sans())
                .size(17)
                .color("5C6168"),
        )
        .add_style(
            style("By", "Quote source")
                .fonts(sans())
                .size(17)
                .color("5C6168")
                .indent(Some(360), None, None, None)
                .line_spacing(space(0, 160)),
        )
        .add_style(style("Cell", "Table cell").line_spacing(space(40, 40)))
        .add_style(style("Item", "List Paragraph").indent(
            Some(360),
            Some(SpecialIndentType::Hanging(360)),
            None,
            None,
        ))
}

/// A paragraph whose lines are those of the text.
fn styled(style: &str, text: &str) -> Paragraph {
    let mut paragraph = Paragraph::new()
        .style(style)
        .keep_next(style.starts_with("Heading"))
        .add_run(run(Run::new(), text));
    paragraph.property = paragraph.property.bidi(runs_from_the_right(text));
    paragraph
}

fn run(mut run: Run, text: &str) -> Run {
    for (index, line) in visible(text).trim().lines().enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

/// The logo, within 40 by 20 mm; a millimetre is 36,000 of Word's units.
fn picture(logo: &Logo) -> Run {
    let (width, height) = logo.within(40 * 36_000, 20 * 36_000);
    let picture = Pic::new_with_dimensions(logo.png().to_owned(), logo.width(), logo.height());
    // Its id is counted through the whole program, unless it has one of its own.
    Run::new().add_image(picture.id("rIdLogo").size(width, height))
}

/// How wide the text is, in twentieths of a point.
const WIDTH: usize = 11906 - 2 * 1700;

/// A line to write on.
const LINE: &str = "______________________________";

enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

struct Pieces(Vec<Piece>);

impl Pieces {
    fn paragraph(&mut self, paragraph: Paragraph) {
        self.0.push(Piece::Paragraph(Box::new(paragraph)));
    }

    /// Blank lines part paragraphs.
    fn add(&mut self, style: &str, text: &str) {
        let parts = text.split("\n\n").filter(|part| !part.trim().is_empty());
        parts.for_each(|part| self.paragraph(styled(style, part)));
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let mut paragraph = Paragraph::new().style("Normal");
            if !fact.label.is_empty() {
                let label = Run::new()
                    .bold()
                    .add_text(format!("{}: ", visible(&fact.label)));
                paragraph = paragraph.add_run(label);
            }
            self.paragraph(paragraph.add_run(run(Run::new(), &fact.text)));
        }
    }

    fn letterhead(&mut self, letterhead: &Letterhead) {
        if let Some(logo) = &letterhead.logo {
            self.paragraph(Paragraph::new().style("Sender").add_run(picture(logo)));
        }
        let colour = letterhead
            .colour
            .map(|colour| colour.on_paper().to_string());
        let name = Run::new().bold().add_text(visible(letterhead.name.trim()));
        let name = match colour
            .as_deref()
            .and_then(|colour| colour.strip_prefix('#'))
        {
            Some(colour) => name.color(colour),
            None => name,
        };
        self.paragraph(Paragraph::new().style("Sender").add_run(name));
        letterhead.said().for_each(|line| self.add("Sender", line));
        self.paragraph(Paragraph::new().style("Sender"));
    }

    fn item(&mut self, mark: &str, text: &str, note: &str) {
        let mut paragraph = Paragraph::new()
            .style("Item")
            .add_run(Run::new().add_text(mark).add_tab())
            .add_run(run(Run::new(), text));
        if !note.is_empty() {
            let small = Run::new().size(17).color("5C6168");
            paragraph = paragraph.add_run(run(small.add_break(BreakType::TextWrapping), note));
        }
        self.paragraph(paragraph);
    }

    /// A column is as wide as its longest line asks for, within bounds.
    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let share = |column: usize| {
            let over = head.get(column).into_iter();
            let cells = over.chain(rows.iter().filter_map(|row| row.get(column)));
            let lines = cells.flat_map(|cell| cell.lines());
            let longest = lines.map(|line| line.chars().count()).max();
            longest.unwrap_or(0).clamp(8, 40) + 4
        };
        let shares: Vec<usize> = (0..head.len()).map(share).collect();
        let all: usize = shares.iter().sum();
        let widths: Vec<usize> = shares.iter().map(|one| one * WIDTH / all).collect();
        let row = |cells: &[String], bold: bool| {
            let cells = cells.iter().zip(&widths).map(|(text, width)| {
                let words = Run::new().size(18);
                let words = run(if bold { words.bold() } else { words }, text);
                TableCell::new()
                    .width(*width, WidthType::Dxa)
                    .add_paragraph(Paragraph::new().style("Cell").add_run(words))
            });
            TableRow::new(cells.collect())
        };
        let mut all = vec![row(head, true).cant_split()];
        all.extend(rows.iter().map(|cells| row(cells, false)));
        let line = |position| {
            TableBorder::new(position)
                .border_type(BorderType::Single)
                .size(4)
                .color("D9D1C3")
        };
        let borders = TableBorders::with_empty()
            .set(line(TableBorderPosition::InsideH))
            .set(line(TableBorderPosition::Bottom));
        let table = Table::new(all)
            .set_grid(widths.clone())
            .layout(TableLayoutType::Fixed)
            .set_borders(borders);
        self.0.push(Piece::Table(Box::new(table)));
        // Word joins what follows a table to it, unless a paragraph stands between them.
        self.paragraph(Paragraph::new().style("Small"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Lead { text } => self.add("Lead", text),
            Block::Paragraph { text } => self.add("Normal", text),
            Block::Small { text } => self.add("Small", text),
            Block::Subheading { text } => self.add("Heading2", text),
            Block::Quotation { text, by } => {
                self.add("Quote", text);
                self.add("By", by);
            }
            Block::Goal {
                number,
                title,
                facts,
                blocks,
            } => {
                self.add("Heading2", &format!("{number}: {title}"));
                self.facts(facts);
                blocks.iter().for_each(|block| self.block(block));
            }
            Block::Facts { items } => self.facts(items),
            Block::List { items } => {
                items.iter().for_each(|i| self.item("–", &i.text, &i.note));
            }
            Block::Agenda { steps } => {
                for (step, n) in steps.iter().zip(1..) {
                    self.item(&format!("{n}."), &step.what, &step.who);
                }
            }
            Block::Questions { items } => {
                for (question, n) in items.iter().zip(1..) {
                    self.item(&format!("{n}."), question, "");
                }
            }
            Block::Timeline { moments } => {
                for moment in moments {
                    let head: Vec<&str> = [&*moment.when, &*moment.label, &*moment.title]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect();
                    let head = Run::new().bold().add_text(visible(&head.join(" · ")));
                    self.paragraph(Paragraph::new().keep_next(true).add_run(head));
                    moment.blocks.iter().for_each(|block| self.block(block));
                }
            }
            Block::Table { head, rows } => self.table(head, rows),
            // No picture: what it shows stands in words.
            Block::Picture { alt, .. } => self.add("Small", alt),
            Block::Signatures {
                signature,
                place_and_date,
                people,
            } => {
                for who in people {
                    let name = Run::new().bold().add_text(visible(&who.name));
                    self.paragraph(Paragraph::new().keep_next(true).add_run(name));
                    self.paragraph(styled("Small", &who.role).keep_next(true));
                    for label in [signature, place_and_date] {
                        self.paragraph(styled("Normal", LINE).keep_next(true));
                        self.paragraph(styled("Small", label));
                    }
                }
            }
        }
    }
}
