import type { EngagementPage } from '../../ipc/types/EngagementPage';
import { addDays, daysBetween, type Day } from '../../lib/days';
import { t } from '../../messages';

/** What happened on a day that may have changed what a party sees from then on. */
export type MomentKind = 'agreement' | 'meeting' | 'release' | 'withdrawal' | 'party';

export interface Moment {
  on: Day;
  kind: MomentKind;
  /** In words. */
  text: string;
}

/** The days at which what a party may see may have changed, earliest first. */
export function moments(page: EngagementPage, party: string): Moment[] {
  const found: Moment[] = [];
  const whose = page.parties.find((candidate) => candidate.id === party);
  for (const agreement of page.agreements) {
    if (agreement.in_force_from === null) continue;
    found.push({ on: agreement.in_force_from, kind: 'agreement', text: t('moment.agreement') });
  }
  for (const meeting of page.meetings) {
    if (meeting.status !== 'held') continue;
    const kind = t(`meeting_kind.${meeting.kind}`);
    found.push({ on: meeting.on, kind: 'meeting', text: t('story.meeting', { kind }) });
  }
  for (const release of page.releases) {
    // The coachee sees every release of theirs; another party those that were given to it.
    if (release.party !== party && whose?.role !== 'coachee') continue;
    const words = { to: release.audience, topic: t(`topic.${release.topic}`) };
    found.push({ on: release.given, kind: 'release', text: t('moment.release', words) });
    if (release.withdrawn) {
      found.push({
        on: release.withdrawn,
        kind: 'withdrawal',
        text: t('moment.withdrawal', words),
      });
    }
  }
  if (whose) {
    found.push({ on: whose.joined, kind: 'party', text: t('moment.joined', { name: whose.name }) });
    if (whose.left) {
      found.push({ on: whose.left, kind: 'party', text: t('moment.left', { name: whose.name }) });
    }
  }
  return found.sort((a, b) => a.on.localeCompare(b.on));
}

/** The moments of one day, in the order of the days. */
export function byDay(all: Moment[]): [Day, Moment[]][] {
  const days = new Map<Day, Moment[]>();
  for (const moment of all) days.set(moment.on, [...(days.get(moment.on) ?? []), moment]);
  return [...days];
}

/** The day of the moment that lies nearest; of two as near, the earlier. */
export function nearest(all: Moment[], on: Day): Day | undefined {
  const away = (moment: Moment) => Math.abs(daysBetween(moment.on, on));
  return all.reduce<Moment | undefined>(
    (best, moment) => (best && away(best) <= away(moment) ? best : moment),
    undefined,
  )?.on;
}

/** Where a mark leads: to its day, or from there to the day before. */
export function flip(mark: Day, on: Day): Day {
  return on === mark ? addDays(mark, -1) : mark;
}
