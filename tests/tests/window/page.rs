//! Finding things in a page by what they are and what they are called.

/// Finds the one visible element of a role and an accessible name, in the topmost open dialog if
/// there is one; says how many there were, and which names of that role there are.
pub const FIND: &str = r#"
const [role, name] = arguments;
const native = {
  button: 'button, summary, input[type=button], input[type=submit]',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  dialog: 'dialog[open]',
  region: 'section[aria-label], section[aria-labelledby]',
  article: 'article',
  textbox: 'textarea, [contenteditable=true], input:not([type=checkbox]):not([type=radio])'
    + ':not([type=button]):not([type=submit]):not([type=hidden])',
};
const spaced = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
const selector = [native[role], `[role="${role}"]`].filter(Boolean).join(', ');
const ofRole = (e) => !e.hasAttribute('role') || e.getAttribute('role') === role;
const visible = (e) => e.checkVisibility() && !e.closest('[aria-hidden=true], [inert]');
const text = (e) => {
  // Names leave out what is hidden from assistive tools, such as a glyph beside the words.
  const copy = e.cloneNode(true);
  copy.querySelectorAll('[aria-hidden=true], svg, select, textarea').forEach((x) => x.remove());
  return spaced(copy.textContent);
};
const named = (e) => {
  const ids = spaced(e.getAttribute('aria-labelledby'));
  if (ids) return spaced(ids.split(' ').map((id) => text(document.getElementById(id))).join(' '));
  if (e.getAttribute('aria-label')) return spaced(e.getAttribute('aria-label'));
  if (e.labels?.length) return spaced([...e.labels].map(text).join(' '));
  if (e.matches('input[type=button], input[type=submit]')) return spaced(e.value);
  return text(e) || spaced(e.title);
};
const all = [...(modal ?? document).querySelectorAll(selector)].filter(ofRole).filter(visible);
const found = all.filter((e) => named(e) === spaced(name));
return { found: found.length === 1 ? found[0] : null, count: found.length, names: all.map(named) };
"#;

/// Everything the page holds: its text and attributes, shown or not, and what stands in fields.
pub const EVERYTHING: &str = r#"
const fields = [...document.querySelectorAll('input, textarea, select')].map((e) => e.value);
const root = document.documentElement;
return [document.title, root.outerHTML, root.textContent, ...fields].join('\n');
"#;

/// Sets `painted` once all that was asked for so far has been drawn.
pub const PAINT: &str = r#"
window.painted = false;
let frames = 10;
const next = () => (frames-- > 0 ? requestAnimationFrame(next) : (window.painted = true));
document.fonts.ready.then(next);
"#;

/// Notes what the page complains of.
pub const WATCH: &str = r#"
window.complaints = [];
const note = (words) => window.complaints.push(words);
addEventListener('securitypolicyviolation', (e) => note(`${e.violatedDirective}: ${e.blockedURI}`));
addEventListener('error', (e) => note(`error: ${e.message}`), true);
addEventListener('unhandledrejection', (e) => note(`unhandled: ${e.reason}`));
"#;

/// The code of a key by its name, or of the one character that it types.
pub fn key(name: &str) -> char {
    use fantoccini::key::Key;
    let special = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        _ => {
            let mut characters = name.chars();
            let first = characters.next();
            assert!(characters.next().is_none(), "no key is named {name}");
            return first.expect("a key has a name");
        }
    };
    special.into()
}
