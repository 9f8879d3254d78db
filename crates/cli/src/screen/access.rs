//! Everything that is kept about one person, as lines.

use practice::types::AccessPage;

use super::day_or_dash;
use crate::messages;

/// Engagement by engagement, each item with its key.
pub fn access(page: &AccessPage) -> String {
    if page.items.is_empty() {
        return messages::NOTHING_KEPT.to_owned();
    }
    let mut lines = vec![page.name.clone()];
    let mut last = "";
    for item in &page.items {
        if item.engagement_name != last {
            last = &item.engagement_name;
            lines.push(String::new());
            lines.push(last.to_owned());
        }
        lines.push(format!(
            "{}  {}: {} ({})",
            day_or_dash(item.on),
            messages::kept(item),
            item.text,
            messages::about(item),
        ));
        lines.push(format!("    {}", item.key));
    }
    lines.join("\n")
}
