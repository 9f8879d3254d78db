import { describe, expect, it } from 'vitest';
import { numberPath, numberWidth } from './digits';
import { entriesOf } from './entries';
import { made } from './made';
import { modelOf } from './model';
import { signsOf } from './signs';

const SMALL = { days: 90, sessions: 6, insights: 3, meetings: 2, versions: 2 };

describe('the signs', () => {
  it('write a number from left to right, each digit at its own place', () => {
    const starts = [...numberPath(108, 10, 20).matchAll(/M([\d.]+) ([\d.]+)/g)];
    expect(starts.map(([, x, y]) => [Number(x), Number(y)])).toEqual([
      [10, 20],
      [15.9, 20],
      [21.8, 20],
    ]);
    expect(numberWidth(108)).toBeCloseTo(17.7);
  });

  it('say how many marks one stands for, and nothing where it stands alone', () => {
    const [, sessions = []] = entriesOf(modelOf(made(1, SMALL)));
    const at = (members: typeof sessions) => [
      { id: 'a', place: '1-0', row: 1, x: 40, y: 50, members },
    ];
    const counted = (members: typeof sessions) =>
      signsOf(at(members)).filter(({ look, path }) => look === 'count' && path !== '');
    expect(counted(sessions.slice(0, 1))).toEqual([]);
    const [drawn] = counted(sessions.slice(0, 3));
    expect(drawn?.path).toBe(numberPath(3, 40 - numberWidth(3) / 2, 53.7));
  });
});
