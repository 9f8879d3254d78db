import { describe, expect, it } from 'vitest';
import type { Cell } from '../../lib/cells';
import { signed, tenths } from './figures';
import { actOf, after, before } from './grid';

const ROWS = 3;
const COLUMNS = 2;

/** What a key does in a cell of three raters and two goals. */
function act(key: string, at: Cell = { row: 1, column: 0 }, more = {}, minus = false) {
  const pressed = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
  return actOf(pressed, at, ROWS, COLUMNS, minus);
}

describe('a key in the grid of a round', () => {
  it('answers with one key, on both sides of nothing', () => {
    for (const n of [0, 1, 2, 3]) expect(act(String(n))).toEqual({ does: 'set', change: n });
    expect(act('a')).toEqual({ does: 'set', change: -1 });
    expect(act('B')).toEqual({ does: 'set', change: -2 });
    expect(act('c')).toEqual({ does: 'set', change: -3 });
  });

  it('takes a minus for the number that follows, and a second one takes it back', () => {
    expect(act('-')).toEqual({ does: 'sign', minus: true });
    expect(act('-', undefined, {}, true)).toEqual({ does: 'sign', minus: false });
    expect(act('3', undefined, {}, true)).toEqual({ does: 'set', change: -3 });
    const none = act('0', undefined, {}, true);
    expect(none?.does === 'set' && Object.is(none.change, 0)).toBe(true);
    expect(act('a', undefined, {}, true)).toEqual({ does: 'set', change: -1 });
  });

  it('refuses what is off the scale and what is no number', () => {
    for (const key of ['4', '9', 'k', '½', '.']) expect(act(key)).toEqual({ does: 'refuse' });
  });

  it('leaves keys alone that mean something elsewhere', () => {
    for (const key of ['Escape', 'F5', 'Shift', '?']) expect(act(key)).toBeNull();
    expect(act('3', undefined, { ctrlKey: true })).toBeNull();
    expect(act('3', undefined, { altKey: true })).toBeNull();
  });

  it('moves as on a sheet, and never out of it', () => {
    expect(act('ArrowDown', { row: 2, column: 1 })).toEqual({
      does: 'move',
      to: { row: 2, column: 1 },
    });
    expect(act('Enter')).toEqual({ does: 'move', to: { row: 2, column: 0 } });
    expect(act('Enter', undefined, { shiftKey: true })).toEqual({
      does: 'move',
      to: { row: 0, column: 0 },
    });
    expect(act('End', undefined, { ctrlKey: true })).toEqual({
      does: 'move',
      to: { row: 2, column: 1 },
    });
  });

  it('goes along the rows with Tab, and lets go at both ends', () => {
    expect(act('Tab', { row: 0, column: 1 })).toEqual({ does: 'move', to: { row: 1, column: 0 } });
    expect(act('Tab', { row: 2, column: 1 })).toBeNull();
    expect(act('Tab', { row: 1, column: 0 }, { shiftKey: true })).toEqual({
      does: 'move',
      to: { row: 0, column: 1 },
    });
    expect(act('Tab', { row: 0, column: 0 }, { shiftKey: true })).toBeNull();
  });

  it('reaches every cell once from the first, and back from the last', () => {
    const seen: string[] = [];
    for (let at: Cell | null = { row: 0, column: 0 }; at; at = after(at, ROWS, COLUMNS))
      seen.push(`${at.row} ${at.column}`);
    expect(new Set(seen).size).toBe(ROWS * COLUMNS);
    expect(seen).toHaveLength(ROWS * COLUMNS);
    const back: string[] = [];
    for (let at: Cell | null = { row: ROWS - 1, column: COLUMNS - 1 }; at; at = before(at, COLUMNS))
      back.push(`${at.row} ${at.column}`);
    expect(back).toEqual([...seen].reverse());
  });
});

describe('figures', () => {
  it('carry their sign, and zero carries none', () => {
    expect([-3, 0, 2].map(signed)).toEqual(['−3', '0', '+2']);
    expect([-8, 0, 5, 30, -10].map(tenths)).toEqual(['−0.8', '0.0', '+0.5', '+3.0', '−1.0']);
  });
});
