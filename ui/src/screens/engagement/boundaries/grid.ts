import type { Rule } from '../../../ipc/types/Rule';
import { moved, within, type Cell } from '../../../lib/cells';
import { RULES } from '../../../lib/words';

/** What a key does in the matrix. */
export type Act =
  | { does: 'move'; to: Cell }
  /** `side`: for every role of the sponsor's side. */
  | { does: 'set'; rule: Rule | 'next' | 'default'; side: boolean }
  | { does: 'undo' };

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PAGE = 5;

/**
 * Arrows move, Home and End go to the ends of a row (with Ctrl, of the matrix), Page Up and Page Down
 * leap; 1 to 4 set the rule, Space takes the next, D puts back the default; with Shift for the whole
 * sponsor's side. Null when the key means nothing here.
 */
export function actOf(pressed: Pressed, at: Cell, rows: number, columns: number): Act | null {
  if (pressed.altKey) return null;
  const mod = pressed.ctrlKey || pressed.metaKey;
  const to = moved(pressed, at, rows, columns);
  if (to) return { does: 'move', to };
  const page = { PageUp: -PAGE, PageDown: PAGE }[pressed.key];
  if (page) return { does: 'move', to: within(at.row + page, at.column, rows, columns) };
  if (mod) return pressed.key.toLowerCase() === 'z' ? { does: 'undo' } : null;
  const set = (rule: Rule | 'next' | 'default'): Act => ({
    does: 'set',
    rule,
    side: pressed.shiftKey,
  });
  if (pressed.key === ' ') return set('next');
  if (pressed.key.toLowerCase() === 'd') return set('default');
  // With Shift the key is a sign that differs from keyboard to keyboard; its place does not.
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(pressed.code)?.[1] ?? pressed.key;
  const rule = /^[1-4]$/.test(digit) ? RULES[Number(digit) - 1] : undefined;
  return rule ? set(rule) : null;
}
