import { describe, expect, it } from 'vitest';
import { keptAs, knowingOf } from './contact';

const fresh = { coachee_told: null, withheld: '', resolved: null };
const open = { coachee_told: null, withheld: 'She would be fired', resolved: null };
const over = { ...open, resolved: '2026-05-10' };

describe('how it stands with the coachee', () => {
  it('is one of three, and to be told when it is new', () => {
    expect(knowingOf(null)).toBe('to-tell');
    expect(knowingOf(fresh)).toBe('to-tell');
    expect(knowingOf(open)).toBe('withheld');
    expect(knowingOf(over)).toBe('to-tell');
    expect(knowingOf({ ...over, coachee_told: '2026-05-12' })).toBe('knows');
  });
});

describe('what is kept', () => {
  it('is the day or the reason, never both', () => {
    expect(keptAs('knows', '2026-05-02', 'x', null)).toEqual({
      ...fresh,
      coachee_told: '2026-05-02',
    });
    expect(keptAs('to-tell', '2026-05-02', 'x', fresh)).toEqual(fresh);
    expect(keptAs('withheld', '2026-05-02', 'x', fresh)).toEqual({ ...fresh, withheld: 'x' });
  });

  it('remembers a withholding that ended, and on which day', () => {
    expect(keptAs('to-tell', '2026-05-10', '', open)).toEqual(over);
    expect(keptAs('knows', '2026-05-12', '', open)).toEqual({
      ...open,
      coachee_told: '2026-05-12',
      resolved: '2026-05-12',
    });
  });

  it('ends a withholding no later than the coachee was told', () => {
    expect(keptAs('knows', '2026-05-08', '', over).resolved).toBe('2026-05-08');
    expect(keptAs('knows', '2026-05-20', '', over).resolved).toBe('2026-05-10');
  });
});
