import { describe, expect, it } from 'vitest';
import { RULES } from '../../../lib/words';
import { actOf } from './grid';

const AT = { row: 3, column: 1 };

function press(key: string, more: Partial<KeyboardEvent> = {}) {
  const none = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return actOf({ key, ...none, ...more }, AT, 20, 3);
}

describe('a key in the matrix', () => {
  it.each([
    ['ArrowUp', 2, 1],
    ['ArrowDown', 4, 1],
    ['ArrowLeft', 3, 0],
    ['ArrowRight', 3, 2],
    ['Home', 3, 0],
    ['End', 3, 2],
    ['PageUp', 0, 1],
    ['PageDown', 8, 1],
  ])('%s moves', (key, row, column) => {
    expect(press(key)).toEqual({ does: 'move', to: { row, column } });
  });

  it('stops at the edges, and Ctrl goes to the corners', () => {
    const at = { row: 19, column: 2 };
    const none = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End']) {
      expect(actOf({ ...none, key }, at, 20, 3)).toEqual({ does: 'move', to: at });
    }
    expect(press('Home', { ctrlKey: true })).toEqual({ does: 'move', to: { row: 0, column: 0 } });
    expect(press('End', { ctrlKey: true })).toEqual({ does: 'move', to: at });
  });

  it('1 to 4 set the rule, from the most open to the strictest', () => {
    RULES.forEach((rule, index) => {
      const digit = String(index + 1);
      const one = { does: 'set', rule, side: false };
      expect(press(digit, { code: `Digit${digit}` })).toEqual(one);
      expect(press(digit, { code: `Numpad${digit}` })).toEqual(one);
    });
    expect(press('5', { code: 'Digit5' })).toBeNull();
    expect(press('0', { code: 'Digit0' })).toBeNull();
  });

  it('with Shift it is for the whole sponsor’s side, whatever sign the keyboard makes of it', () => {
    for (const sign of ['!', '"', '1', '+']) {
      expect(press(sign, { code: 'Digit1', shiftKey: true })).toEqual({
        does: 'set',
        rule: 'shared',
        side: true,
      });
    }
    expect(press('D', { code: 'KeyD', shiftKey: true })).toEqual({
      does: 'set',
      rule: 'default',
      side: true,
    });
  });

  it('Space takes the next, D the default, Ctrl Z takes back', () => {
    expect(press(' ')).toEqual({ does: 'set', rule: 'next', side: false });
    expect(press('d')).toEqual({ does: 'set', rule: 'default', side: false });
    expect(press('z', { ctrlKey: true })).toEqual({ does: 'undo' });
  });

  it('leaves the other keys to the page', () => {
    for (const key of ['w', 's', 'Tab', 'Enter', 'Escape', 'F6']) expect(press(key)).toBeNull();
    expect(press('k', { ctrlKey: true })).toBeNull();
    expect(press('1', { code: 'Digit1', ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });
});
