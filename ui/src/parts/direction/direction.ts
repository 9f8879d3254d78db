import type { DirectionPage } from '../../ipc/types/DirectionPage';
import type { PriorityCard } from '../../ipc/types/PriorityCard';
import type { PriorityWordingCard } from '../../ipc/types/PriorityWordingCard';
import type { PurposeCard } from '../../ipc/types/PurposeCard';
import type { ServesCard } from '../../ipc/types/ServesCard';
import type { ThreadCard } from '../../ipc/types/ThreadCard';
import type { TiedTo } from '../../ipc/types/TiedTo';
import { longDay, shortDay } from '../../lib/days';
import type { Moment } from '../time/moments';
import { t } from '../../messages';

/** Something that a goal can serve. */
export interface Served {
  to: TiedTo;
  text: string;
  /** Whose priority it is; null for the coachee's purpose. */
  whose: string | null;
}

/** The wording that stands on the page's day; for one that has ended, its last. */
export function wordingOf(priority: PriorityCard): PriorityWordingCard {
  const at = priority.now ?? priority.wordings.length - 1;
  return priority.wordings[at] ?? { on: '', text: '' };
}

/** The purpose that is in force on the page's day. */
export function purposeOf(page: DirectionPage): PurposeCard | undefined {
  return page.purpose.find((said) => said.in_force);
}

/** What can be served on the page's day: the purpose first, then each priority that stands. */
export function servable(page: DirectionPage): Served[] {
  const purpose = purposeOf(page);
  const priorities = page.priorities.filter((each) => each.now !== null);
  return [
    ...(purpose ? [{ to: { purpose: purpose.id }, text: purpose.text, whose: null }] : []),
    ...priorities.map((each) => ({
      to: { priority: each.id },
      text: wordingOf(each).text,
      whose: each.party_name,
    })),
  ];
}

/** True when a tie belongs under a column: all statements of purpose stand in one. */
export function under(tie: ServesCard, column: Served): boolean {
  if ('purpose' in column.to) return 'purpose' in tie.to;
  return 'priority' in tie.to && tie.to.priority === column.to.priority;
}

/** That what was tied says something else by now, in words; null where it does not. */
export function movedWords(tie: ServesCard): string | null {
  if (!tie.moved_since) return null;
  const day = { day: shortDay(tie.moved_since) };
  return 'purpose' in tie.to ? t('ties.moved_purpose', day) : t('ties.moved_priority', day);
}

/** "6 insights, 23 April 2026 to 3 September 2026". */
export function spanWords(thread: ThreadCard): string {
  const n = t('threads.n', { n: thread.insights.length });
  const from = thread.insights[0]?.note.on;
  const to = thread.insights.at(-1)?.note.on;
  if (!from || !to) return n;
  return from === to
    ? t('threads.on', { n, from: longDay(from) })
    : t('threads.span', { n, from: longDay(from), to: longDay(to) });
}

/** The days from which on something of the direction looks otherwise, earliest first. */
export function directionMoments(page: DirectionPage): Moment[] {
  const found: Moment[] = [];
  for (const said of page.purpose)
    found.push({ on: said.on, kind: 'shift', text: t('direction.moment_purpose') });
  for (const { party_name: name, wordings, ended } of page.priorities) {
    for (const wording of wordings)
      found.push({
        on: wording.on,
        kind: 'agreement',
        text: t('direction.moment_priority', { name }),
      });
    if (ended)
      found.push({ on: ended, kind: 'withdrawal', text: t('direction.moment_ended', { name }) });
  }
  return found.sort((a, b) => a.on.localeCompare(b.on));
}
