import { describe, expect, it } from 'vitest';
import { hrefOf, routeOf, type Route } from './routes';

const places: Route[] = [
  { page: 'today' },
  { page: 'engagements' },
  { page: 'new' },
  { page: 'people' },
  { page: 'access', person: 'p/1 ü' },
  { page: 'practice', part: 'backups' },
  { page: 'settings' },
  { page: 'engagement', engagement: 'a/b ü', part: 'boundaries' },
  { page: 'chair', engagement: 'e1', party: 'p1', day: '2026-05-12' },
  { page: 'chair', engagement: 'e1', party: 'p1', day: null },
  { page: 'session', engagement: 'e1', session: 's1', part: 'notes' },
  { page: 'meeting', engagement: 'e1', meeting: 'm1', part: 'afterwards' },
];

describe('routes', () => {
  it.each(places)('come back from their address: $page', (place) => {
    expect(routeOf(hrefOf(place))).toEqual(place);
  });

  it.each(['', '#/', '#/nowhere', '#/engagement', '#/%E0%A4%A'])(
    'lead to Today from %j',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'today' });
    },
  );

  it('fall back to the first part', () => {
    expect(routeOf('#/engagement/e1/nothing')).toEqual({
      page: 'engagement',
      engagement: 'e1',
      part: 'story',
    });
  });
});
