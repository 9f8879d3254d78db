import { LETTERS } from './letters';

/** A face that text in the picture is set in. */
export type Face = keyof typeof LETTERS;

const ELLIPSIS = '…';
/** No title is worth less than this much of it, in parts of its size. */
const LEAST = 3.4;

/** A title of which fewer letters are left is left out. */
const FEW_LETTERS = 9;

const known = new Map<string, number>();

/** The width of one letter, in thousandths of the size. */
function letter(sign: string, face: Face): number {
  const code = sign.codePointAt(0) ?? 0;
  const own = LETTERS[face][code - 32];
  if (own !== undefined) return own;
  const key = face + sign;
  const before = known.get(key);
  if (before !== undefined) return before;
  // An accent adds nothing; signs of other scripts count as wide as they can be.
  const base = sign.normalize('NFD').codePointAt(0) ?? 0;
  const width =
    LETTERS[face][base - 32] ?? (code >= 0x2e80 ? 1000 : code >= 0x300 && code < 0x370 ? 0 : 960);
  known.set(key, width);
  return width;
}

/** How wide a text is, in pixels, at a font size in pixels; never less than it is drawn. */
export function widthOf(text: string, size: number, face: Face = 'serif'): number {
  let width = 0;
  for (const sign of text) width += letter(sign, face);
  return (width * size) / 1000;
}

/** The text, shortened with an ellipsis to fit a width; empty where nothing worth reading fits. */
export function fit(text: string, width: number, size: number, face: Face = 'serif'): string {
  if (widthOf(text, size, face) <= width) return text;
  if (width < LEAST * size) return '';
  let room = (width * 1000) / size - 1000;
  let out = '';
  for (const sign of text) {
    room -= letter(sign, face);
    if (room < 0) break;
    out += sign;
  }
  return out.trimEnd() + ELLIPSIS;
}

/**
 * Breaks a text into at most `lines` lines of at most `width` pixels; what does not fit ends in an
 * ellipsis. No line at all where nothing worth reading would fit.
 */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const out: string[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  const space = widthOf(' ', size);
  while (words.length > 0 && out.length < lines) {
    let line = words.shift() ?? '';
    let taken = widthOf(line, size);
    for (let next = words[0]; next !== undefined; next = words[0]) {
      const more = space + widthOf(next, size);
      if (taken + more > width) break;
      line += ` ${next}`;
      taken += more;
      words.shift();
    }
    if (out.length === lines - 1 && words.length > 0) line += ` ${words.join(' ')}`;
    const shown = fit(line, width, size);
    if (shown === '') return cutShort(out, width, size);
    out.push(shown);
    // A word that had to be cut ends the text: what follows would read as if nothing were missing.
    if (shown !== line) return worthReading(out);
  }
  return out;
}

/** The lines so far, with a sign that more would follow. */
function cutShort(lines: string[], width: number, size: number): string[] {
  const last = lines.pop();
  if (last === undefined) return [];
  const letters = [...last];
  while (letters.length > 0 && widthOf(letters.join('') + ELLIPSIS, size) > width) letters.pop();
  return worthReading([...lines, letters.join('').trimEnd() + ELLIPSIS]);
}

/** A few letters of a title say less than none. */
function worthReading(lines: string[]): string[] {
  return lines.join('').length < FEW_LETTERS ? [] : lines;
}
