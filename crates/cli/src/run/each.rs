//! What the longer commands do.

use super::*;

/// The file is read and checked before the vault is opened: a bad file costs no passphrase.
pub fn import(vault: &Vault, file: &Path, json: bool) -> Result<Answer, Failure> {
    let document = interchange::bytes_of(file)?;
    interchange::read(&document)?;
    let imported = vault.open()?.import(&document)?;
    Answer::of(json, &imported, messages::imported)
}

pub fn export(vault: &Vault, asked: &Export, json: bool) -> Result<Answer, Failure> {
    let path = output::full(&asked.file)?;
    let desk = vault.open()?;
    let engagement = asked.engagement.as_deref();
    let engagement = engagement
        .map(|asked| find::engagement(&desk, asked))
        .transpose()?;
    let engagement = engagement.as_ref();
    if asked.readable {
        desk.write_readable_to(engagement, &path)?;
    } else {
        let document = match asked.tables {
            true => desk.tables_of(engagement)?,
            false => desk.export_of(engagement)?,
        };
        output::write_file(&path, asked.force.force, |path| {
            output::write_new(path, &document)
        })?;
    }
    let shown = path.display().to_string();
    Answer::of(json, &json!({ "path": shown }), |_| {
        messages::exported(asked, &shown)
    })
}

pub fn view(
    desk: &Desk,
    asked: &str,
    chair: &str,
    on: Option<Day>,
    json: bool,
) -> Result<Answer, Failure> {
    let page = find::page(desk, asked)?;
    let party = find::party(&page, chair)?;
    let chair = desk.chair(AskChair {
        engagement: page.id,
        party,
        on,
    })?;
    // What is kept back stands beside the view on the coach's screen, and is not part of it.
    Answer::of(json, &chair.view, screen::view)
}

pub fn on_a_day(desk: &Desk, asked: &OnADay) -> Result<AskEngagement, Failure> {
    Ok(AskEngagement {
        engagement: find::engagement(desk, &asked.engagement.engagement)?,
        on: asked.on,
    })
}

pub fn drift(desk: &Desk, asked: &OnADay, json: bool) -> Result<Answer, Failure> {
    let page = desk.goals(on_a_day(desk, asked)?)?;
    let value = json!({ "on": page.on, "baseline_on": page.baseline_on, "drift": page.drift });
    Answer::of(json, &value, |_| {
        screen::drift(page.on, page.baseline_on, &page.drift)
    })
}

pub fn threads(desk: &Desk, asked: &OnADay, json: bool) -> Result<Answer, Failure> {
    let page = desk.direction(on_a_day(desk, asked)?)?;
    let value = json!({ "on": page.on, "threads": page.threads });
    Answer::of(json, &value, |_| screen::threads(page.on, &page.threads))
}

pub fn say(
    desk: &Desk,
    asked: &str,
    to: &str,
    on: Option<Day>,
    json: bool,
) -> Result<Answer, Failure> {
    let page = find::page(desk, asked)?;
    let party = find::party(&page, to)?;
    let card = desk.say(AskChair {
        engagement: page.id,
        party,
        on,
    })?;
    Answer::of(json, &card, screen::say)
}

pub fn who(
    desk: &Desk,
    asked: &str,
    item: &str,
    on: Option<Day>,
    json: bool,
) -> Result<Answer, Failure> {
    let engagement = find::engagement(desk, asked)?;
    let item = find::item(desk, &engagement, item)?;
    let card = desk.who(AskWho {
        engagement,
        item,
        on,
    })?;
    Answer::of(json, &card, screen::who)
}

/// Details for support where no vault was named.
pub fn support_without_vault(json: bool) -> Result<Answer, Failure> {
    let vault = Vault {
        folder: String::new(),
        passphrase_file: None,
        recovery_key_file: None,
    };
    support(&vault.desk(), json)
}

/// The command line itself notes nothing: the log is the window's.
pub fn support(desk: &Desk, json: bool) -> Result<Answer, Failure> {
    let mut support = desk.support()?;
    support.text += &Log::new(log::folder()).last();
    Answer::of(json, &support, |support| support.text.clone())
}

/// A vault that is not sound is a failure, after everything that was found has been printed.
pub fn check(desk: &Desk, json: bool) -> Result<Answer, Failure> {
    let checked = desk.check()?;
    let answer = Answer::of(json, &checked, messages::checked)?;
    if checked.sound {
        return Ok(answer);
    }
    output::print(&answer)?;
    Err(messages::not_sound())
}
