import { describe, expect, it } from 'vitest';
import type { LedgerCard } from '../../ipc/types/LedgerCard';
import { because, byDay, recipients, sentence } from './ledger';

const entry = (number: number, change: Partial<LedgerCard> = {}): LedgerCard => ({
  number,
  on: '2026-05-02',
  to: 'ingrid',
  to_name: 'Ingrid',
  by: 'coach',
  how: 'call',
  wording: 'Six sessions were held.',
  topic: 'attendance',
  document: null,
  ground: 'boundary',
  because: '2026-03-01',
  exception: null,
  consulted: null,
  reason: '',
  holds: true,
  ...change,
});

describe('the story of the ledger', () => {
  it('goes by day, the latest first, also where it was recorded in another order', () => {
    const days = byDay([entry(1), entry(2, { on: '2026-05-10' }), entry(3)]);
    expect(days.map(([on, list]) => [on, list.map((each) => each.number)])).toEqual([
      ['2026-05-10', [2]],
      ['2026-05-02', [3, 1]],
    ]);
  });

  it('can be read for one of those whom it reached', () => {
    const all = [entry(1), entry(2, { to: null, to_name: '' }), entry(3)];
    expect(recipients(all)).toEqual([
      { id: null, name: 'everybody', n: 1 },
      { id: 'ingrid', name: 'Ingrid', n: 2 },
    ]);
  });

  it('says who told whom, and how', () => {
    expect(sentence(entry(1), 'Maya')).toBe('You told Ingrid, by call:');
    expect(sentence(entry(1, { by: 'coachee', how: 'meeting' }), 'Maya')).toBe(
      'Maya told Ingrid, in a meeting:',
    );
    expect(sentence(entry(1, { document: 'brief', wording: '' }), 'Maya')).toBe(
      'You handed the brief to Ingrid.',
    );
    expect(sentence(entry(1, { document: 'client-story', to: null, to_name: '' }), 'Maya')).toBe(
      'You handed the anonymised story to everybody.',
    );
  });

  it('lets an exception stand out in its first words', () => {
    const said = sentence(entry(1, { ground: 'exception', exception: 'danger' }), 'Maya');
    expect(said).toMatch(/^By exception/);
  });

  it('names the day of the ground where there is one', () => {
    expect(because(entry(1))).toMatch(/^by the agreement of .*2026/);
    expect(because(entry(1, { ground: 'coachees-own', because: null }))).not.toMatch(/\d/);
    for (const ground of ['boundary', 'release', 'meeting', 'proposal']) {
      expect(because(entry(1, { ground }))).toMatch(/2026/);
    }
  });
});
