import type { Day } from './days';

/** The parts of an engagement's page. */
export const ENGAGEMENT_PARTS = [
  'story',
  'goals',
  'direction',
  'measures',
  'sessions',
  'boundaries',
  'alignment',
  'meetings',
  'documents',
  'ledger',
] as const;
export type EngagementPart = (typeof ENGAGEMENT_PARTS)[number];

export const SESSION_PARTS = ['prepare', 'notes', 'close'] as const;
export type SessionPart = (typeof SESSION_PARTS)[number];

export const MEETING_PARTS = ['prepare', 'hold', 'afterwards'] as const;
export type MeetingPart = (typeof MEETING_PARTS)[number];

export const PRACTICE_PARTS = [
  'hours',
  'supervision',
  'retention',
  'changes',
  'backups',
  'copies',
  'will',
] as const;
/** The parts of the page about the practice as a whole. */
export type PracticePart = (typeof PRACTICE_PARTS)[number];

/** Where the coach is. */
export type Route =
  | { page: 'today' }
  | { page: 'engagements' }
  | { page: 'new' }
  | { page: 'engagement'; engagement: string; part: EngagementPart }
  | { page: 'chair'; engagement: string; party: string; day: Day | null }
  | { page: 'session'; engagement: string; session: string; part: SessionPart }
  | { page: 'meeting'; engagement: string; meeting: string; part: MeetingPart }
  | { page: 'closing'; engagement: string }
  | { page: 'thread'; engagement: string; thread: string }
  | { page: 'people' }
  | { page: 'access'; person: string }
  | { page: 'practice'; part: PracticePart }
  | { page: 'settings' };

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((item) => item === text);
}

/** The address of a place, as the part after `#`. */
export function hrefOf(route: Route): string {
  const parts: (string | null)[] = ((): (string | null)[] => {
    switch (route.page) {
      case 'engagement':
        return ['engagement', route.engagement, route.part];
      case 'chair':
        return ['engagement', route.engagement, 'chair', route.party, route.day];
      case 'session':
        return ['engagement', route.engagement, 'session', route.session, route.part];
      case 'meeting':
        return ['engagement', route.engagement, 'meeting', route.meeting, route.part];
      case 'closing':
        return ['engagement', route.engagement, 'closing'];
      case 'thread':
        return ['engagement', route.engagement, 'thread', route.thread];
      case 'access':
        return ['people', route.person];
      case 'practice':
        return ['practice', route.part];
      default:
        return [route.page];
    }
  })();
  return `#/${parts
    .filter((part) => part !== null)
    .map(encodeURIComponent)
    .join('/')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The place of an address. What is not understood is Today. */
export function routeOf(hash: string): Route {
  const [page, engagement, part, item, rest] = hash.replace(/^#?\//, '').split('/').map(decode);
  if (page === 'people' && engagement) return { page: 'access', person: engagement };
  if (page === 'engagements' || page === 'new' || page === 'people' || page === 'settings') {
    return { page };
  }
  if (page === 'practice') {
    return { page, part: oneOf(PRACTICE_PARTS, engagement) ?? 'backups' };
  }
  if (page === 'engagement' && engagement) {
    if (part === 'chair' && item)
      return { page: 'chair', engagement, party: item, day: rest ?? null };
    if (part === 'closing') return { page: 'closing', engagement };
    if (part === 'thread' && item) return { page: 'thread', engagement, thread: item };
    if (part === 'session' && item) {
      return {
        page: 'session',
        engagement,
        session: item,
        part: oneOf(SESSION_PARTS, rest) ?? 'prepare',
      };
    }
    if (part === 'meeting' && item) {
      return {
        page: 'meeting',
        engagement,
        meeting: item,
        part: oneOf(MEETING_PARTS, rest) ?? 'prepare',
      };
    }
    return { page: 'engagement', engagement, part: oneOf(ENGAGEMENT_PARTS, part) ?? 'story' };
  }
  return { page: 'today' };
}
