import { addDays, msOf, type Day } from '../lib/days';

const DAY = 86_400_000;
const EPOCH = '1970-01-01';

/** A stretch of time, in days since 1970, with parts of days: what of the story can be seen. */
export interface View {
  from: number;
  to: number;
}

/** The least that can be seen: a week. */
export const WEEK = 7;

/** How many days since 1970 a day begins. */
export function numberOf(day: Day): number {
  return Math.round(msOf(day) / DAY);
}

/** The day that holds this moment. */
export function dayAt(moment: number): Day {
  return addDays(EPOCH, Math.floor(moment));
}

/** How many days can be seen. */
export function spanOf(view: View): number {
  return view.to - view.from;
}

/** The view, moved and shortened so that it lies within the whole. */
export function within(view: View, whole: View): View {
  const span = Math.min(Math.max(spanOf(view), Math.min(WEEK, spanOf(whole))), spanOf(whole));
  const from = Math.min(Math.max(view.from, whole.from), whole.to - span);
  return { from, to: from + span };
}

/** True when all of the story can be seen. */
export function isWhole(view: View, whole: View): boolean {
  return spanOf(view) >= spanOf(whole) - 0.01;
}

/** Shows `factor` times as many days; the moment `about` stays where it is on the screen. */
export function zoom(view: View, whole: View, factor: number, about: number): View {
  const span = Math.min(
    Math.max(spanOf(view) * factor, Math.min(WEEK, spanOf(whole))),
    spanOf(whole),
  );
  const share = (about - view.from) / spanOf(view);
  const from = about - share * span;
  return within({ from, to: from + span }, whole);
}

/** Moves by a number of days. */
export function pan(view: View, whole: View, days: number): View {
  return within({ from: view.from + days, to: view.to + days }, whole);
}

/** Shows this many days, with the moment `about` in the middle. */
export function around(whole: View, days: number, about: number): View {
  return within({ from: about - days / 2, to: about + days / 2 }, whole);
}

/** Moves no further than needed to show a moment, with a little room beside it. */
export function reveal(view: View, whole: View, moment: number): View {
  const room = spanOf(view) * 0.06;
  if (moment < view.from + room) return pan(view, whole, moment - view.from - room);
  if (moment > view.to - room) return pan(view, whole, moment - view.to + room);
  return view;
}
