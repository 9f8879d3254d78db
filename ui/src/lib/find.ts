import type { Found } from '../components/Palette.svelte';
import { api } from '../ipc';
import type { FoundKind } from '../ipc/types/FoundKind';
import type { FoundLine } from '../ipc/types/FoundLine';
import type { FoundName } from '../ipc/types/FoundName';
import type { FoundPiece } from '../ipc/types/FoundPiece';
import { t } from '../messages';
import { atHand } from './at-hand.svelte';
import { shortDay, type Day } from './days';
import { bringing } from './bringing.svelte';
import { desk } from './desk.svelte';
import { withoutMarks } from './markdown';
import { ENGAGEMENT_PARTS, type EngagementPart, type Route } from './routes';
import { router } from './router.svelte';

/** Text without accents and case, so that "jose" finds "José". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How well a text answers a query: each word must begin a word of it; 0 is no answer. */
export function rank(query: string, text: string): number {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const target = plain(text);
  let total = 1;
  for (const word of words) {
    const at = target.indexOf(word);
    if (at < 0) return 0;
    const starts = at === 0 || !/[\p{L}\p{N}]/u.test(target[at - 1] ?? '');
    total += starts ? 2 : 1;
    if (at === 0) total += 1;
  }
  return total;
}

/** The beginning of a text, so that it fits a line. */
export function short(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function go(route: Route): () => void {
  return () => router.go(route);
}

/** What a search may be narrowed to. */
export interface Narrow {
  kind: FoundKind | '';
  from: Day | null;
}

/** What was found, and whether there is more. */
export interface FoundAll {
  found: Found[];
  more: boolean;
}

/** What a query finds: places and commands first, then names, then lines of what was written. */
export async function findAll(query: string, narrow: Narrow): Promise<FoundAll> {
  const narrowed = narrow.kind !== '' || narrow.from !== null;
  const places = narrowed
    ? []
    : commands()
        .map((item) => ({ item, score: rank(query, item.label) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ item }) => item);
  if (query.trim() === '' && narrow.kind === '') return { found: places, more: false };
  const answer = await api.find({
    words: query,
    kinds: narrow.kind === '' ? [] : [narrow.kind],
    person: null,
    from: narrow.from,
    to: null,
  });
  return {
    found: [...places, ...answer.names.map(named), ...answer.lines.map(written)],
    more: answer.more,
  };
}

function commands(): Found[] {
  const group = t('palette.go');
  const places: Found[] = [
    { id: 'today', group, label: t('nav.today'), run: go({ page: 'today' }) },
    { id: 'engagements', group, label: t('nav.engagements'), run: go({ page: 'engagements' }) },
    { id: 'people', group, label: t('nav.people'), run: go({ page: 'people' }) },
    {
      id: 'practice',
      group,
      label: t('nav.practice'),
      run: go({ page: 'practice', part: 'backups' }),
    },
    {
      id: 'retention',
      group,
      label: `${t('nav.practice')}: ${t('practice.retention')}`,
      run: go({ page: 'practice', part: 'retention' }),
    },
    {
      id: 'changes',
      group,
      label: `${t('nav.practice')}: ${t('practice.changes')}`,
      run: go({ page: 'practice', part: 'changes' }),
    },
    {
      id: 'copies',
      group,
      label: `${t('nav.practice')}: ${t('practice.copies')}`,
      run: go({ page: 'practice', part: 'copies' }),
    },
    { id: 'settings', group, label: t('nav.settings'), run: go({ page: 'settings' }) },
    { id: 'new', group: t('palette.do'), label: t('new.title'), run: go({ page: 'new' }) },
    {
      id: 'bring-sessions',
      group: t('palette.do'),
      label: t('calendar.open'),
      run: () => {
        bringing.what = 'sessions';
        router.go({ page: 'engagements' });
      },
    },
    {
      id: 'bring-contacts',
      group: t('palette.do'),
      label: t('bringing.open'),
      run: () => {
        bringing.what = 'contacts';
        router.go({ page: 'people' });
      },
    },
    { id: 'lock', group: t('palette.do'), label: t('nav.lock'), run: () => void desk.lock() },
  ];
  const here = router.route;
  if ('engagement' in here) {
    for (const part of ENGAGEMENT_PARTS) {
      places.push({
        id: `part-${part}`,
        group,
        label: t(`part.${part}`),
        run: go({ page: 'engagement', engagement: here.engagement, part }),
      });
    }
    places.push({
      id: 'closing',
      group,
      label: t('closing.open'),
      run: go({ page: 'closing', engagement: here.engagement }),
    });
    places.push({
      id: 'bring-notes',
      group: t('palette.do'),
      label: t('notes_in.open'),
      run: () => {
        bringing.what = 'notes';
        router.go({ page: 'engagement', engagement: here.engagement, part: 'sessions' });
      },
    });
    places.push({
      id: 'say',
      group: t('palette.do'),
      label: t('say.title'),
      run: () => atHand.say(here.engagement, here.page === 'chair' ? here.party : null),
    });
  }
  return places;
}

function text(pieces: FoundPiece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function named(name: FoundName): Found {
  const to: Route =
    name.kind === 'engagement'
      ? { page: 'engagement', engagement: name.id, part: 'story' }
      : { page: 'people' };
  return {
    id: `${name.kind}-${name.id}`,
    group: t(`found_kind.${name.kind}`),
    label: text(name.pieces),
    pieces: name.pieces,
    run: go(to),
  };
}

/** The same pieces without the signs that format what was written. */
export function unmarked(pieces: FoundPiece[]): FoundPiece[] {
  const left = [...withoutMarks(text(pieces))];
  let at = 0;
  return pieces.map((piece) => ({
    ...piece,
    text: [...piece.text].filter((sign) => sign === left[at] && (at += 1)).join(''),
  }));
}

function written(line: FoundLine, index: number): Found {
  const pieces = unmarked(line.pieces);
  return {
    id: `line-${index}`,
    group: t(`found_kind.${line.kind}`),
    label: text(pieces),
    pieces,
    detail: line.on
      ? t('found.place', { name: line.engagement_name, day: shortDay(line.on) })
      : line.engagement_name,
    chair: line.chairs,
    run: go(placeOf(line)),
  };
}

/** Where a line stands. */
export function placeOf(
  line: Pick<FoundLine, 'kind' | 'engagement' | 'item' | 'session' | 'meeting' | 'thread'>,
): Route {
  const { engagement, item } = line;
  if (item !== null && typeof item === 'object' && 'priority' in item) {
    return { page: 'engagement', engagement, part: 'direction' };
  }
  if (line.thread) return { page: 'thread', engagement, thread: line.thread };
  if (line.kind === 'ending') return { page: 'closing', engagement };
  const part = PARTS[line.kind];
  if (part) return { page: 'engagement', engagement, part };
  if (line.session) return { page: 'session', engagement, session: line.session, part: 'notes' };
  if (line.meeting) {
    return { page: 'meeting', engagement, meeting: line.meeting, part: 'afterwards' };
  }
  return { page: 'engagement', engagement, part: 'alignment' };
}

/** Kinds that have a page of their own, wherever they came from. */
const PARTS: Partial<Record<FoundKind, EngagementPart>> = {
  goal: 'goals',
  measure: 'measures',
  feedback: 'measures',
  purpose: 'direction',
  agreement: 'boundaries',
  release: 'boundaries',
  told: 'ledger',
  engagement: 'story',
};
