import { moved, within, type Cell } from '../../lib/cells';

/** What a key does in the grid. */
export type Act =
  | { does: 'move'; to: Cell }
  /** A number was given, or null to take it away. */
  | { does: 'set'; change: number | null }
  /** The sign of the number that comes next. */
  | { does: 'sign'; minus: boolean }
  /** Opens what this rater suggests about this goal. */
  | { does: 'words' }
  /** The next way in which this rater's answers came. */
  | { does: 'how' }
  | { does: 'undo' }
  /** A key that is meant as an answer, and is none. */
  | { does: 'refuse' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The least and the most that a rater can say. */
export const LEAST = -3;
export const MOST = 3;

const LETTERS: Record<string, number> = { a: -1, b: -2, c: -3 };

/** The cell after one, along the rows: from the end of a row to the beginning of the next. */
export function after(at: Cell, rows: number, columns: number): Cell | null {
  if (at.column + 1 < columns) return { row: at.row, column: at.column + 1 };
  return at.row + 1 < rows ? { row: at.row + 1, column: 0 } : null;
}

/** The cell before one, along the rows. */
export function before(at: Cell, columns: number): Cell | null {
  if (at.column > 0) return { row: at.row, column: at.column - 1 };
  return at.row > 0 ? { row: at.row - 1, column: columns - 1 } : null;
}

/**
 * As on a sheet of figures: arrows move, Enter goes down and Tab along the row, with Shift the other
 * way; Tab leaves the grid from its last cell. 0 to 3 answer, - makes the next number negative, and A,
 * B, C are −1, −2, −3 in one key. Null when the key means nothing here.
 */
export function actOf(
  pressed: Pressed,
  at: Cell,
  rows: number,
  columns: number,
  minus: boolean,
): Act | null {
  const { key, shiftKey } = pressed;
  const mod = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey) return null;
  if (mod && key.toLowerCase() === 'z') return { does: 'undo' };
  const to = moved(pressed, at, rows, columns);
  if (to) return { does: 'move', to };
  if (mod) return null;
  if (key === 'Enter') {
    const row = at.row + (shiftKey ? -1 : 1);
    return { does: 'move', to: within(row, at.column, rows, columns) };
  }
  if (key === 'Tab') {
    const next = shiftKey ? before(at, columns) : after(at, rows, columns);
    return next && { does: 'move', to: next };
  }
  if (key === 'Delete' || key === 'Backspace' || key === ' ') return { does: 'set', change: null };
  if (key === '-' || key === '−') return { does: 'sign', minus: !minus };
  if (key === '+') return { does: 'sign', minus: false };
  if (key.length !== 1) return null;
  const letter = key.toLowerCase();
  if (letter === 'f') return { does: 'words' };
  if (letter === 'h') return { does: 'how' };
  const change = LETTERS[letter] ?? (/^[0-3]$/.test(key) ? Number(key) : undefined);
  if (change === undefined) return letter === '?' ? null : { does: 'refuse' };
  // No rater says "minus none".
  return { does: 'set', change: minus && change > 0 ? -change : change };
}
