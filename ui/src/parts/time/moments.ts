import { addDays, daysBetween, type Day } from '../../lib/days';

/** What happened on a day from which on something may look otherwise. */
export type MomentKind =
  'agreement' | 'meeting' | 'release' | 'withdrawal' | 'party' | 'shift' | 'session';

export interface Moment {
  on: Day;
  kind: MomentKind;
  /** In words. */
  text: string;
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
