import type { Found } from '../components/Palette.svelte';
import { api } from '../ipc';
import type { EngagementCard } from '../ipc/types/EngagementCard';
import type { DirectionPage } from '../ipc/types/DirectionPage';
import type { EngagementPage } from '../ipc/types/EngagementPage';
import type { People } from '../ipc/types/People';
import { t } from '../messages';
import { atHand } from './at-hand.svelte';
import { desk } from './desk.svelte';
import { ENGAGEMENT_PARTS, type Route } from './routes';
import { router } from './router.svelte';

const MOST = 40;

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

/** The palette's memory: filled when it is opened, forgotten when it is closed. */
export class Finder {
  #cards: Promise<EngagementCard[]> | null = null;
  #people: Promise<People> | null = null;
  #pages: Promise<EngagementPage[]> | null = null;
  #directions: Promise<DirectionPage[]> | null = null;

  /** What a query finds: places and commands, people, engagements, and inside them goals and notes. */
  async find(query: string): Promise<Found[]> {
    this.#cards ??= api.engagements();
    this.#people ??= api.people();
    const [cards, people] = await Promise.all([this.#cards, this.#people]);
    const all = [...commands(), ...cards.map(engagement), ...people.people.flatMap(person)];
    if (query.trim().length >= 2) {
      // Goals and notes are read when they are first looked for.
      this.#pages ??= Promise.all(
        cards.map((card) => api.engagement({ engagement: card.id, on: null })),
      );
      const pages = await this.#pages;
      this.#directions ??= Promise.all(
        cards.map((card) => api.direction({ engagement: card.id, on: null })),
      );
      all.push(...pages.flatMap(inside));
      for (const found of await this.#directions) {
        const name = cards.find((card) => card.id === found.engagement)?.name ?? '';
        all.push(...direction(found, name));
      }
    }
    return all
      .map((item) => ({ item, score: rank(query, `${item.label} ${item.detail ?? ''}`) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ item }) => item);
  }
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
    { id: 'settings', group, label: t('nav.settings'), run: go({ page: 'settings' }) },
    { id: 'new', group: t('palette.do'), label: t('new.title'), run: go({ page: 'new' }) },
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
      id: 'say',
      group: t('palette.do'),
      label: t('say.title'),
      run: () => atHand.say(here.engagement, here.page === 'chair' ? here.party : null),
    });
  }
  return places;
}

function engagement(card: EngagementCard): Found {
  return {
    id: card.id,
    group: t('palette.engagement'),
    label: card.name,
    detail: [card.coachee, card.organisation].filter(Boolean).join(', '),
    run: go({ page: 'engagement', engagement: card.id, part: 'story' }),
  };
}

function person(card: People['people'][number]): Found[] {
  return card.stands_in.length === 0
    ? [
        {
          id: card.person.id,
          group: t('palette.person'),
          label: card.person.name,
          run: go({ page: 'people' }),
        },
      ]
    : card.stands_in.map((stands) => ({
        id: `${card.person.id}-${stands.engagement}-${stands.role}`,
        group: t('palette.person'),
        label: card.person.name,
        detail: t('people.stands', { role: t(`role.${stands.role}`), name: stands.name }),
        run: go({ page: 'engagement', engagement: stands.engagement, part: 'story' }),
      }));
}

function inside(page: EngagementPage): Found[] {
  const goals = page.goals.map((goal): Found => {
    const version = goal.versions[goal.now ?? goal.versions.length - 1];
    return {
      id: `goal-${goal.id}`,
      group: t('palette.goal'),
      label: version?.title ?? '',
      detail: page.name,
      chair: version?.chairs,
      run: go({ page: 'engagement', engagement: page.id, part: 'goals' }),
    };
  });
  const notes = page.notes.map((note): Found => ({
    id: `note-${note.id}`,
    group: t(`topic.${note.topic}`),
    label: short(note.text, 120),
    detail: page.name,
    chair: note.chairs,
    run: note.session
      ? go({ page: 'session', engagement: page.id, session: note.session, part: 'notes' })
      : go({ page: 'engagement', engagement: page.id, part: 'alignment' }),
  }));
  const meetings = page.meetings.map((meeting): Found => ({
    id: `meeting-${meeting.id}`,
    group: t('palette.meeting'),
    label: t('story.meeting', { kind: t(`meeting_kind.${meeting.kind}`) }),
    detail: page.name,
    chair: 'three',
    run: go({ page: 'meeting', engagement: page.id, meeting: meeting.id, part: 'prepare' }),
  }));
  return [...goals, ...meetings, ...notes];
}

function direction(page: DirectionPage, name: string): Found[] {
  const threads = page.threads.map((thread): Found => ({
    id: `thread-${thread.id}`,
    group: t('palette.thread'),
    label: thread.subject,
    detail: name,
    chair: thread.chairs,
    run: go({ page: 'thread', engagement: page.engagement, thread: thread.id }),
  }));
  const priorities = page.priorities.map((priority): Found => ({
    id: `priority-${priority.id}`,
    group: t('palette.priority'),
    label: priority.wordings[priority.now ?? priority.wordings.length - 1]?.text ?? '',
    detail: `${priority.party_name}, ${name}`,
    chair: priority.chairs,
    run: go({ page: 'engagement', engagement: page.engagement, part: 'direction' }),
  }));
  return [...threads, ...priorities];
}
