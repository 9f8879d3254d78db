import { parseDay } from '../../lib/parse-day';
import type { Day } from '../../lib/days';

/** What a line that is typed in a session becomes. */
export type Becomes = 'insight' | 'practice' | 'commitment' | 'shift' | 'theme' | 'note';

/** The key that makes a line more than a note, at its start or at its end. */
export const MARKS: readonly { mark: string; becomes: Exclude<Becomes, 'note'> }[] = [
  { mark: '!', becomes: 'insight' },
  { mark: '=', becomes: 'practice' },
  { mark: '+', becomes: 'commitment' },
  { mark: '>', becomes: 'shift' },
  { mark: '#', becomes: 'theme' },
];

/** A typed line, read. */
export interface Captured {
  becomes: Becomes;
  text: string;
  /** Of a commitment: the day by which. */
  due: Day | null;
  /** Of a shift: which goal, counted from one, as they stand on the page. */
  goal: number;
}

/**
 * Reads a line. The mark stands at the start ("! I need not win"), or at the end with a space before it
 * ("I need not win !"), so that "Really!" stays a note. A commitment may end in "by tuesday"; a shift may
 * begin with the number of its goal ("> 2 Decide whether I want it").
 */
export function readLine(line: string, today: Day): Captured {
  const typed = line.trim();
  const plain: Captured = { becomes: 'note', text: typed, due: null, goal: 1 };
  const found = MARKS.find(({ mark }) => typed.startsWith(mark) || typed.endsWith(` ${mark}`));
  if (!found) return plain;
  const text = (
    typed.startsWith(found.mark) ? typed.slice(found.mark.length) : typed.slice(0, -1)
  ).trim();
  if (text === '') return plain;
  if (found.becomes === 'commitment') {
    const { what, due } = byDay(text, today);
    return { ...plain, becomes: 'commitment', text: what, due };
  }
  const numbered = found.becomes === 'shift' ? /^(\d{1,2})[.:]?\s+(\S.*)$/.exec(text) : null;
  if (numbered?.[1] && numbered[2]) {
    return { ...plain, becomes: 'shift', text: numbered[2], goal: Number(numbered[1]) };
  }
  return { ...plain, becomes: found.becomes, text };
}

/** "Talk to Jo by tuesday": what, and by which day; no day where what follows "by" is none. */
function byDay(text: string, today: Day): { what: string; due: Day | null } {
  const at = text.toLowerCase().lastIndexOf(' by ');
  if (at < 0) return { what: text, due: null };
  const due = parseDay(text.slice(at + 4), today, { lean: 'future' });
  return due ? { what: text.slice(0, at).trim(), due } : { what: text, due: null };
}
