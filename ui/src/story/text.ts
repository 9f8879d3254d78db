/** The width of an average letter of the serif, in parts of its size. */
const LETTER = 0.485;

/** About how wide a text is, in pixels, at a font size in pixels. */
export function widthOf(text: string, size: number): number {
  return text.length * size * LETTER;
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(0, letters - 1)).trimEnd()}…`;
}

/**
 * Breaks a text into at most `lines` lines of at most `width` pixels; what does not fit ends in an
 * ellipsis. No line at all where not even a short word would fit.
 */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const letters = Math.floor(width / (size * LETTER));
  if (letters < 7) return [];
  const out: string[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  while (words.length > 0 && out.length < lines) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && line.length + 1 + words[0].length <= letters) {
      line += ` ${words.shift() ?? ''}`;
    }
    if (out.length === lines - 1 && words.length > 0) line += ` ${words.join(' ')}`;
    out.push(cut(line, letters));
  }
  return out;
}
