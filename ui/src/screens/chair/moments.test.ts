import { describe, expect, it } from 'vitest';
import type { EngagementPage } from '../../ipc/types/EngagementPage';
import { byDay, flip, nearest } from '../../parts/time/moments';
import { moments } from './moments';

const release = (party: string, given: string, withdrawn: string | null) => ({
  party,
  audience: party,
  topic: 'progress',
  given,
  withdrawn,
});

const page = {
  parties: [
    { id: 'maya', role: 'coachee', name: 'Maya', joined: '2026-03-01', left: null },
    { id: 'ingrid', role: 'sponsor', name: 'Ingrid', joined: '2026-03-01', left: '2026-09-01' },
    { id: 'tom', role: 'hr-partner', name: 'Tom', joined: '2026-03-03', left: null },
  ],
  agreements: [{ in_force_from: '2026-03-01' }, { in_force_from: null }],
  meetings: [
    { on: '2026-03-03', status: 'held', kind: 'contracting' },
    { on: '2026-08-03', status: 'planned', kind: 'mid-point' },
  ],
  releases: [release('ingrid', '2026-05-02', '2026-06-01'), release('tom', '2026-04-02', null)],
} as unknown as EngagementPage;

const kinds = (party: string) => moments(page, party).map(({ on, kind }) => `${on} ${kind}`);

describe('the moments at which a chair may see something else', () => {
  it('are those of this party: no draft, no planned meeting, no foreign release', () => {
    expect(kinds('ingrid')).toEqual([
      '2026-03-01 agreement',
      '2026-03-01 party',
      '2026-03-03 meeting',
      '2026-05-02 release',
      '2026-06-01 withdrawal',
      '2026-09-01 party',
    ]);
    expect(kinds('tom')).toContain('2026-04-02 release');
    expect(kinds('tom')).not.toContain('2026-05-02 release');
  });

  it('are all releases for the coachee, who gave them', () => {
    expect(kinds('maya').filter((text) => /release|withdrawal/.test(text))).toHaveLength(3);
  });

  it('stand together by day', () => {
    expect(byDay(moments(page, 'ingrid')).map(([on, list]) => [on, list.length])).toEqual([
      ['2026-03-01', 2],
      ['2026-03-03', 1],
      ['2026-05-02', 1],
      ['2026-06-01', 1],
      ['2026-09-01', 1],
    ]);
  });

  it('are found from a day near them', () => {
    const all = moments(page, 'ingrid');
    expect(nearest(all, '2026-05-01')).toBe('2026-05-02');
    expect(nearest(all, '2026-03-02')).toBe('2026-03-01');
    expect(nearest([], '2026-03-02')).toBeUndefined();
  });

  it('lead to the day, and from the day to the day before', () => {
    expect(flip('2026-06-01', '2026-01-01')).toBe('2026-06-01');
    expect(flip('2026-06-01', '2026-06-01')).toBe('2026-05-31');
    expect(flip('2026-06-01', '2026-05-31')).toBe('2026-06-01');
  });
});
