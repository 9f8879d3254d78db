import { describe, expect, it } from 'vitest';
import type { EngagementPage } from '../../ipc/types/EngagementPage';
import type { ReleaseCard } from '../../ipc/types/ReleaseCard';
import { byAudience, counts } from './releases';

const release = (
  id: string,
  party: string | null,
  given: string,
  withdrawn: string | null = null,
) => ({ id, party, audience: party ?? 'public', given, withdrawn }) as ReleaseCard;

describe('a release', () => {
  it('counts from its day up to, not including, the day it was withdrawn', () => {
    const one = release('r', 'ingrid', '2026-05-02', '2026-06-01');
    expect(counts(one, '2026-05-01')).toBe(false);
    expect(counts(one, '2026-05-02')).toBe(true);
    expect(counts(one, '2026-05-31')).toBe(true);
    expect(counts(one, '2026-06-01')).toBe(false);
  });
});

describe('releases', () => {
  it('stand by audience, the parties first, those that count before those withdrawn', () => {
    const page = {
      on: '2026-07-01',
      parties: [{ id: 'ingrid' }, { id: 'tom' }] as EngagementPage['parties'],
      releases: [
        release('story', null, '2026-01-01'),
        release('tom', 'tom', '2026-02-01'),
        release('gone', 'ingrid', '2026-06-01', '2026-06-10'),
        release('first', 'ingrid', '2026-03-01'),
        release('second', 'ingrid', '2026-04-01'),
      ],
    };
    expect(byAudience(page).map((group) => group.releases.map((each) => each.id))).toEqual([
      ['second', 'first', 'gone'],
      ['tom'],
      ['story'],
    ]);
  });
});
