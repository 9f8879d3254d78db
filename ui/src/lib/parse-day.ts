import { ISO, addDays, addMonths, dayOf, daysBetween, weekdayOf, type Day } from './days';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** Which year or week a date without one belongs to. */
export type Lean = 'past' | 'future' | 'nearest';

/** The index of the only name that starts with `text` (three letters or more), or -1. */
function named(names: string[], text: string): number {
  const clean = text.replace(/\.$/, '');
  if (clean.length < 3) return -1;
  return names.findIndex((name) => name.startsWith(clean));
}

/** Month names of the system's language, so that "12 mai" is understood where it is written. */
function localNames(locale: string | undefined): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return MONTHS.map((_, i) => format.format(Date.UTC(2024, i, 15)).toLowerCase());
}

function monthOf(text: string, locale: string | undefined): number {
  const english = named(MONTHS, text);
  return (english >= 0 ? english : named(localNames(locale), text)) + 1;
}

/** True where the system writes the month before the date (3/14). */
function monthFirst(locale: string | undefined): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(Date.UTC(2024, 4, 20)));
  const order = parts.map((part) => part.type);
  return order.indexOf('month') < order.indexOf('day');
}

function fullYear(text: string): number {
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

function withoutYear(month: number, date: number, now: Day, lean: Lean): Day | null {
  const year = Number(now.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((candidate) => dayOf(candidate, month, date))
    .filter((day) => day !== null);
  if (lean === 'future') return days.find((day) => day >= now) ?? null;
  if (lean === 'past') return days.findLast((day) => day <= now) ?? null;
  const distance = (day: Day) => Math.abs(daysBetween(now, day));
  return days.reduce<Day | null>(
    (best, day) => (best === null || distance(day) < distance(best) ? day : best),
    null,
  );
}

function weekday(text: string, now: Day, lean: Lean): Day | null {
  const match = /^(?:(next|last|this)\s+)?([a-z]+)\.?$/.exec(text);
  const which = match?.[1];
  const index = named(WEEKDAYS, match?.[2] ?? '');
  if (!match || index < 0) return null;
  const ahead = (index - weekdayOf(now) + 7) % 7;
  if (which === 'next') return addDays(now, ahead === 0 ? 7 : ahead);
  if (which === 'last') return addDays(now, ahead === 0 ? -7 : ahead - 7);
  return addDays(now, lean === 'past' && ahead > 0 ? ahead - 7 : ahead);
}

function distance(text: string, now: Day): Day | null {
  const match =
    /^(in\s+|\+)?(\d{1,4}|[a-z]+)\s*(d|days?|w|weeks?|fortnights?|m|months?|y|years?)(\s+ago)?$/.exec(
      text,
    );
  if (!match || (match[1] === undefined) === (match[4] === undefined)) return null;
  const word = match[2] ?? '';
  const n = /^\d/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : NUMBERS.indexOf(word);
  if (n < 0) return null;
  const signed = match[4] ? -n : n;
  const unit = (match[3] ?? 'd')[0];
  if (unit === 'd') return addDays(now, signed);
  if (unit === 'w') return addDays(now, signed * 7);
  if (unit === 'f') return addDays(now, signed * 14);
  return addMonths(now, unit === 'm' ? signed : signed * 12);
}

function written(text: string, now: Day, lean: Lean, locale: string | undefined): Day | null {
  const dateFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:(?:of|de|di)\s+)?(\p{L}+)\.?(?:,?\s*(\d{4}|\d{2}))?$/u.exec(
      text,
    );
  const monthAhead = /^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(text);
  const [month, date, year] = dateFirst
    ? [dateFirst[2], dateFirst[1], dateFirst[3]]
    : [monthAhead?.[1], monthAhead?.[2], monthAhead?.[3]];
  if (!month || !date) return null;
  const number = monthOf(month, locale);
  if (number === 0) return null;
  if (year) return dayOf(fullYear(year), number, Number(date));
  return withoutYear(number, Number(date), now, lean);
}

function figures(text: string, now: Day, lean: Lean, locale: string | undefined): Day | null {
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/.exec(text);
  if (!match) return null;
  // A full stop is written date first everywhere; a slash as the system does.
  const swap = text.includes('/') && monthFirst(locale);
  const date = Number(swap ? match[2] : match[1]);
  const month = Number(swap ? match[1] : match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3]) return dayOf(fullYear(match[3]), month, date);
  return withoutYear(month, date, now, lean);
}

function read(input: string, now: Day, lean: Lean, locale: string | undefined): Day | null {
  const text = input.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = ISO.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (text === 'today' || text === 'now') return now;
  if (text === 'tomorrow' || text === 'tom') return addDays(now, 1);
  if (text === 'yesterday') return addDays(now, -1);
  const unit = /^(next|last) (week|month|year)$/.exec(text);
  if (unit) {
    const sign = unit[1] === 'next' ? 1 : -1;
    if (unit[2] === 'week') return addDays(now, 7 * sign);
    return addMonths(now, unit[2] === 'month' ? sign : 12 * sign);
  }
  return (
    weekday(text, now, lean) ??
    distance(text, now) ??
    figures(text, now, lean, locale) ??
    written(text, now, lean, locale)
  );
}

/**
 * Reads a day as people type it: "tue", "next fri", "12 may", "may 12, 2027", "12.5.", "in 2 weeks",
 * "3 days ago", "today", "2026-05-12". Null where it is none, the calendar has no such day, or it lies
 * outside 1900 to 2199, which are the days that Rust takes.
 */
export function parseDay(
  input: string,
  now: Day,
  { lean = 'nearest', locale }: { lean?: Lean; locale?: string } = {},
): Day | null {
  const day = read(input, now, lean, locale);
  // Years beyond four figures are written with a sign, which sorts before all figures.
  return day !== null && day >= '1900-01-01' && day <= '2199-12-31' ? day : null;
}
