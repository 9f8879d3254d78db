import { describe, expect, it } from 'vitest';
import type { EntrySeen } from '../ipc/types/EntrySeen';
import { comes, entryLine, entryNotes } from './calendar';

const entry: EntrySeen = {
  key: 'a',
  title: 'Nadia 1',
  on: '2026-10-10',
  at: '07:00',
  minutes: 60,
  engagement: 'nadia',
  name: 'Nadia Rahimi',
  will: 'new',
  why: null,
  was: null,
  odd: [],
  proposed: true,
};

describe('an entry of a calendar', () => {
  it('says when it is and of whom, and never its title', () => {
    expect(entryLine(entry)).toContain('07:00');
    expect(entryLine(entry)).toContain('Nadia Rahimi');
    expect(entryLine({ ...entry, at: '' })).not.toContain('60');
  });

  it('says what would become of it', () => {
    expect(entryNotes(entry)).toHaveLength(1);
    const moved: EntrySeen = {
      ...entry,
      will: 'changed',
      was: { on: '2026-10-09', at: '08:00', minutes: 60 },
      odd: ['taken'],
    };
    expect(entryNotes(moved)).toHaveLength(3);
    expect(entryNotes(moved)[1]).toContain('08:00');
    expect(entryNotes({ ...entry, will: 'left-out', why: 'whole-day' })).toHaveLength(2);
  });

  it('comes unless it is there or left out', () => {
    expect(comes(entry)).toBe(true);
    expect(comes({ ...entry, will: 'there' })).toBe(false);
    expect(comes({ ...entry, will: 'left-out' })).toBe(false);
  });
});
