import type { Rule } from '../../../ipc/types/Rule';
import { RULES } from '../../../lib/words';

export interface Place {
  row: number;
  column: number;
}

/** What a key does in the matrix. */
export type Act =
  | { does: 'move'; to: Place }
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
export function actOf(pressed: Pressed, at: Place, rows: number, columns: number): Act | null {
  if (pressed.altKey) return null;
  const mod = pressed.ctrlKey || pressed.metaKey;
  const move = (row: number, column: number): Act => ({
    does: 'move',
    to: {
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    },
  });
  switch (pressed.key) {
    case 'ArrowUp':
      return move(at.row - 1, at.column);
    case 'ArrowDown':
      return move(at.row + 1, at.column);
    case 'ArrowLeft':
      return move(at.row, at.column - 1);
    case 'ArrowRight':
      return move(at.row, at.column + 1);
    case 'Home':
      return move(mod ? 0 : at.row, 0);
    case 'End':
      return move(mod ? rows - 1 : at.row, columns - 1);
    case 'PageUp':
      return move(at.row - PAGE, at.column);
    case 'PageDown':
      return move(at.row + PAGE, at.column);
  }
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
