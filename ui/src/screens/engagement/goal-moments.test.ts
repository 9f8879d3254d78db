import { describe, expect, it } from 'vitest';
import type { EngagementPage } from '../../ipc/types/EngagementPage';
import { goalJumps, goalMoments, goalSpan } from './goal-moments';

const page = {
  on: '2026-09-16',
  began: '2026-03-01',
  ended: null,
  goals: [
    {
      versions: [
        { on: '2026-02-20', title: 'Brought along', shift: null },
        { on: '2026-04-20', title: 'Brought along', shift: { kind: 'replaced' } },
      ],
    },
    { versions: [{ on: '2026-04-20', title: 'Decide', shift: null }] },
  ],
  meetings: [
    { on: '2026-03-03', status: 'held', kind: 'contracting', agreed: 2 },
    { on: '2026-06-03', status: 'held', kind: 'when-needed', agreed: 0 },
    { on: '2026-10-03', status: 'planned', kind: 'mid-point', agreed: 0 },
  ],
  agreements: [{ in_force_from: '2026-03-01' }, { in_force_from: null }],
  sessions: [
    { on: '2026-03-10', number: 1, status: 'held' },
    { on: '2026-03-20', number: 0, status: 'missed' },
    { on: '2026-09-20', number: 2, status: 'planned' },
  ],
} as unknown as EngagementPage;

describe('the moments of goals', () => {
  it('are wordings, held meetings, agreements in force and held sessions', () => {
    expect(goalMoments(page).map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2026-02-20 shift',
      '2026-03-01 agreement',
      '2026-03-03 meeting',
      '2026-03-10 session',
      '2026-04-20 shift',
      '2026-04-20 shift',
      '2026-06-03 meeting',
    ]);
  });

  it('span from the first of them to today, or to a shift that is still to come', () => {
    expect(goalSpan(page, '2026-09-16')).toEqual({ from: '2026-02-20', to: '2026-09-16' });
    expect(goalSpan(page, '2026-04-01').to).toBe('2026-04-20');
    expect(goalSpan({ ...page, ended: '2026-05-01' }, '2026-09-16').to).toBe('2026-05-01');
  });

  it('lead to when the sponsor agreed, and to the last meeting', () => {
    expect(goalJumps(page)).toEqual({ agreed: '2026-03-03', meeting: '2026-06-03' });
    const agreed = page.meetings.slice(0, 1);
    expect(goalJumps({ ...page, meetings: agreed })).toEqual({
      agreed: '2026-03-03',
      meeting: null,
    });
    expect(goalJumps({ ...page, meetings: [] })).toEqual({ agreed: null, meeting: null });
  });
});
