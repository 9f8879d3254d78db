import { describe, expect, it } from 'vitest';
import type { GoalCard } from '../ipc/types/GoalCard';
import type { ShiftKind } from '../ipc/types/ShiftKind';
import { SHIFTS } from '../lib/words';
import { LETTERS, going, kindsFor, shiftOf, standsUnderMore, titles, type Draft } from './shift';

const goal = (id: string, title: string, status = 'active') =>
  ({
    id,
    versions: [{ title, words: 'Mine', why: 'w', measure: 'm', weight: 3, status }],
  }) as unknown as GoalCard;

const all = going([
  goal('a', 'Delegate the launch'),
  goal('b', 'Speak earlier'),
  goal('c', 'Decide whether I want this'),
  goal('gone', 'Old', 'achieved'),
]);

const draft = (kind: ShiftKind, sentence: string, goals = ['a']): Draft => ({
  goals,
  kind,
  sentence,
  reason: 'because',
  words: 'Mine',
  weight: 3,
  place: 1,
  prompt: 'unsaid',
  raisedBy: 'maya',
  session: 's',
  meeting: null,
  on: '2026-04-20',
});

describe('one sentence, by kind', () => {
  it('is the new wording, and keeps the old one when it is empty', () => {
    for (const kind of ['clarified', 'morphed', 're-scoped'] as const) {
      const said = shiftOf(draft(kind, ' Let it go '), all);
      expect(said.wording).toMatchObject({ title: 'Let it go', words: 'Mine', weight: 3 });
      expect(said.reason).toBe('because');
      expect(shiftOf(draft(kind, ' '), all).wording).toBeNull();
    }
  });

  it('is the reason where there is nothing else to say', () => {
    for (const kind of ['paused', 'resumed', 'achieved', 'let-go', 'reprioritised'] as const) {
      const said = shiftOf(draft(kind, 'It is time'), all);
      expect(said).toMatchObject({ reason: 'It is time', into: [], into_new: [], wording: null });
      expect(said.place).toBe(kind === 'reprioritised' ? 1 : null);
    }
  });

  it('names the goal that took its place: one that is there, or a new one', () => {
    expect(shiftOf(draft('replaced', 'Another'), all)).toMatchObject({
      into: [],
      into_new: ['Another'],
    });
    expect(shiftOf(draft('replaced', 'speak EARLIER '), all)).toMatchObject({
      into: ['b'],
      into_new: [],
    });
    // Its own title is no other goal: it is left to Rust to refuse nothing.
    expect(shiftOf(draft('replaced', ''), all)).toMatchObject({ into: [], into_new: [] });
  });

  it('names several, with semicolons or line by line', () => {
    expect(titles('One; two;\n three ;')).toEqual(['One', 'two', 'three']);
    expect(shiftOf(draft('split', 'One; Speak earlier'), all)).toMatchObject({
      into: ['b'],
      into_new: ['One'],
    });
  });

  it('makes several goals one: a new one, or the first of them', () => {
    expect(shiftOf(draft('merged', 'Lead it all', ['a', 'b', 'c']), all)).toMatchObject({
      goal: 'a',
      also: ['b', 'c'],
      into: [],
      into_new: ['Lead it all'],
    });
    expect(shiftOf(draft('merged', '', ['a', 'b', 'c']), all)).toMatchObject({
      goal: 'b',
      also: ['c'],
      into: ['a'],
      into_new: [],
    });
    expect(shiftOf(draft('merged', 'Decide whether I want this', ['a', 'b']), all)).toMatchObject({
      goal: 'a',
      also: ['b'],
      into: ['c'],
    });
  });
});

describe('the form', () => {
  it('has one letter for each kind', () => {
    expect(new Set(SHIFTS.map((kind) => LETTERS[kind])).size).toBe(SHIFTS.length);
  });

  it('offers what is possible', () => {
    expect(all.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(kindsFor('active', 2)).not.toContain('resumed');
    expect(kindsFor('paused', 2)).not.toContain('paused');
    expect(kindsFor('active', 0)).not.toContain('merged');
  });

  it('shows what was refused where it stands', () => {
    expect(standsUnderMore('on', 'morphed')).toBe(true);
    expect(standsUnderMore('reason', 'paused')).toBe(false);
    expect(standsUnderMore('reason', 'morphed')).toBe(true);
    expect(standsUnderMore('title', 'morphed')).toBe(false);
    expect(standsUnderMore(null, 'morphed')).toBe(false);
  });
});
