//! The tables `template` and `template_boundary`: boundaries that the coach likes to start from.

use coaching::agreement::Boundary;
use coaching::ids::TemplateId;
use coaching::record::Template;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a template.
///
/// # Errors
/// [`StoreError::Clash`] when its id or its name exists, or a topic and role come twice.
pub fn insert(tx: &Tx<'_>, template: &Template) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO template (id, name, additions) VALUES (?1, ?2, ?3)";
    const BOUNDARY: &str = "INSERT INTO template_boundary (template, topic, role, rule)
        VALUES (?1, ?2, ?3, ?4)";
    let Template {
        id,
        name,
        boundaries,
        additions,
    } = template;
    tx.run(SQL, &[id, name, additions])?;
    boundaries.iter().try_for_each(|boundary| {
        let Boundary { topic, role, rule } = boundary;
        tx.run(BOUNDARY, &[id, topic, role, rule]).map(drop)
    })
}

/// Removes a template. Agreements that began from it stay as they are.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such template.
pub fn remove(tx: &Tx<'_>, id: &TemplateId) -> Result<(), StoreError> {
    tx.change("template", "DELETE FROM template WHERE id = ?1", &[id])
}

/// All templates, by name.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Template>, StoreError> {
    const TEMPLATES: &str = "SELECT id, name, additions FROM template ORDER BY name";
    const BOUNDARIES: &str = "SELECT template, topic, role, rule FROM template_boundary";
    let mut boundaries = tx.rows_by(BOUNDARIES, &[], |row| {
        let template: TemplateId = row.take()?;
        let boundary = Boundary {
            topic: row.take()?,
            role: row.take()?,
            rule: row.take()?,
        };
        Ok((template, boundary))
    })?;
    tx.rows(TEMPLATES, &[], |row| {
        let id = row.take()?;
        let mut boundaries = boundaries.of(&id);
        boundaries.sort_by_key(|boundary| (boundary.role, boundary.topic));
        Ok(Template {
            id,
            name: row.take()?,
            boundaries,
            additions: row.take()?,
        })
    })
}
