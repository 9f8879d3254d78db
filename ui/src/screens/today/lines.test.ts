import { describe, expect, it } from 'vitest';
import type { TodayLine } from '../../ipc/types/TodayLine';
import type { TodayWhy } from '../../ipc/types/TodayWhy';
import { doing, said } from './lines';

const line = (why: TodayWhy, days: number | null): TodayLine => ({
  key: 'key',
  urgency: 'soon',
  engagement: 'nadia',
  engagement_name: 'Nadia at work',
  who: 'Nadia',
  on: null,
  days,
  chairs: 'two',
  until: null,
  why,
});

describe('a line of Today', () => {
  it('leads to the preparation of a session with one click', () => {
    const { href, why } = said(
      line({ kind: 'session', session: 's8', at: '09:30', minutes: 60, sent: true }, 0),
    );
    expect(href).toBe('#/engagement/nadia/session/s8/prepare');
    expect(why).toContain('09:30');
    expect(why).toContain('sent beforehand');
  });

  it('leads to the backups, and says how old the last one is', () => {
    const backup = (days: number | null) => said(line({ kind: 'backup' }, days));
    expect(backup(-9).why).toBe('the last good one was made 9 days ago');
    expect(backup(null).why).toContain('there is none yet');
    expect(backup(-9).href).toBe('#/practice/backups');
  });

  it('says how far its day is, ahead and past', () => {
    const promise = (days: number) =>
      said(line({ kind: 'commitment', commitment: 'c', text: 'Call Jo' }, days)).why;
    expect(promise(0)).toBe('due today');
    expect(promise(1)).toBe('due in 1 day');
    expect(promise(-1)).toBe('due 1 day ago');
    expect(promise(-8)).toBe('due 8 days ago');
  });

  it('is done in place where that is possible', () => {
    expect(doing(line({ kind: 'commitment', commitment: 'c', text: '' }, 0))).toBe('Kept');
    expect(doing(line({ kind: 'ends' }, 0))).toBeNull();
  });
});
