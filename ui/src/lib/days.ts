/** A day of the calendar, as `YYYY-MM-DD`. It has no time and no zone. */
export type Day = string;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** The day with these parts (month 1 to 12), or null where the calendar has none. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1 || year > 9999) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return at.toISOString().slice(0, 10);
}

/** Midnight of the day in universal time, in milliseconds: for arithmetic and for scales. */
export function msOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day `n` days later (or earlier, when n is negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(msOf(day) + n * 86_400_000).toISOString().slice(0, 10);
}

/** The same date `n` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((msOf(to) - msOf(from)) / 86_400_000);
}

let told: Day | null = null;

function byTheClock(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '1970-01-01';
}

/** Takes Rust's word for which day it is, where it differs from this window's clock. */
export function setToday(day: Day): void {
  told = day === byTheClock() ? null : day;
}

/** Today by the laptop's own clock and zone, unless Rust said otherwise. */
export function today(): Day {
  return told ?? byTheClock();
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(msOf(day)).getUTCDay();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, name: string, options: Intl.DateTimeFormatOptions): string {
  let formatter = formats.get(name);
  if (!formatter) {
    // undefined: the system's locale, whatever language the messages are in.
    formatter = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
    formats.set(name, formatter);
  }
  return formatter.format(msOf(day));
}

/** "12 May 2026", in the system's locale. */
export function longDay(day: Day): string {
  return format(day, 'long', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A sentence in which days stand as `YYYY-MM-DD`, with each as the system writes it. */
export function daysInWords(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    Number.isNaN(msOf(day)) ? day : longDay(day),
  );
}

/** "Tuesday", in the system's language. */
export function weekday(day: Day): string {
  return format(day, 'weekday', { weekday: 'long' });
}

/** "Tue 12 May 2026", in the system's locale. */
export function fullDay(day: Day): string {
  return format(day, 'full', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** "12 May", with the year where it is not this year's. */
export function shortDay(day: Day, now: Day = today()): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return day.slice(0, 4) === now.slice(0, 4)
    ? format(day, 'short', options)
    : format(day, 'short-year', { ...options, year: 'numeric' });
}

/** "May" or "May 2026", for the ticks of a chart. */
export function monthName(day: Day, withYear: boolean): string {
  return withYear
    ? format(day, 'month-year', { month: 'short', year: 'numeric' })
    : format(day, 'month', { month: 'short' });
}

/** "14:30" of a local date and time such as `2026-05-12T14:30:00`. */
export function timeOf(at: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}

export { ISO };
