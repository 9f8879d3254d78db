import { describe, expect, it } from 'vitest';
import type { AccessItem } from '../../ipc/types/AccessItem';
import { byPlace, decisions, isDecided, proposed, type Choice } from './decisions';

const item = (key: string, change: Partial<AccessItem> = {}): AccessItem => ({
  key,
  engagement: 'e',
  engagement_name: 'The engagement',
  topic: 'insights',
  detail: null,
  document: null,
  on: '2026-05-02',
  text: 'I have handed the launch to Jo.',
  about: 'said',
  others: [],
  proposed: 'include',
  ...change,
});

const choice = (change: Partial<Choice>): Choice => ({
  what: undefined,
  reason: '',
  text: '',
  ...change,
});

describe('what is decided about an item', () => {
  it('is proposed, but never for what has to be looked at', () => {
    expect(isDecided(proposed(item('a')))).toBe(true);
    expect(isDecided(proposed(item('a', { proposed: 'review' })))).toBe(false);
  });

  it('needs a reason to leave it out, and words to stand in its place', () => {
    expect(isDecided(choice({ what: 'leave-out', reason: ' ' }))).toBe(false);
    expect(isDecided(choice({ what: 'leave-out', reason: 'Names Jo' }))).toBe(true);
    expect(isDecided(choice({ what: 'redact' }))).toBe(false);
    expect(isDecided(choice({ what: 'redact', text: 'I have handed it on.' }))).toBe(true);
  });
});

describe('the decisions', () => {
  const items = [item('a'), item('b'), item('c')];
  const all = new Map<string, Choice>([
    ['a', choice({ what: 'include' })],
    ['b', choice({ what: 'leave-out', reason: ' Names Jo ' })],
    ['c', choice({ what: 'redact', text: 'I have handed it on.' })],
  ]);

  it('are one for each item, in the words of Rust', () => {
    expect(decisions(items, all)).toEqual([
      { key: 'a', decision: 'include' },
      { key: 'b', decision: { 'leave-out': { reason: 'Names Jo' } } },
      { key: 'c', decision: { redact: { text: 'I have handed it on.' } } },
    ]);
  });

  it('are none while one is missing', () => {
    expect(decisions([...items, item('d')], all)).toBeNull();
    expect(decisions(items, new Map([...all, ['a', choice({})]]))).toBeNull();
  });
});

describe('the items', () => {
  it('stand place by place', () => {
    const places = byPlace([item('a', { engagement_name: '' }), item('b'), item('c')]);
    expect(places.map(([name, list]) => [name, list.length])).toEqual([
      ['', 1],
      ['The engagement', 2],
    ]);
  });
});
