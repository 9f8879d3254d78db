import { addMonths, monthName, shortDay, type Day } from '../lib/days';
import { widthOf } from './text';
import { dayAt, numberOf, spanOf, type View } from './view';

/** A line of the calendar, with its name where there is room for it. */
export interface Tick {
  x: number;
  day: Day;
  text: string;
}

/** The size of a tick's name, in pixels; the same as `--text-xs`. */
export const TICK = 12.5;

type Unit = { months: number } | { days: number };

const UNITS: { unit: Unit; days: number }[] = [
  { unit: { days: 1 }, days: 1 },
  { unit: { days: 7 }, days: 7 },
  { unit: { days: 14 }, days: 14 },
  { unit: { months: 1 }, days: 30.4 },
  { unit: { months: 3 }, days: 91.3 },
  { unit: { months: 6 }, days: 182.6 },
  { unit: { months: 12 }, days: 365.2 },
  { unit: { months: 60 }, days: 1826 },
];

/** Room that a name needs, with a little beside it. */
const ROOM = 58;

/** The first moment of the unit at or after a moment. */
function first(unit: Unit, from: number): Day {
  if ('days' in unit) {
    // 5 January 1970 was a Monday.
    const weeks = Math.ceil((from - 4) / unit.days);
    return dayAt(weeks * unit.days + 4);
  }
  const day = dayAt(from);
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const start = Math.floor((year * 12 + month - 1) / unit.months) * unit.months;
  const at = (months: number) =>
    `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  return numberOf(at(start)) >= from ? at(start) : at(start + unit.months);
}

function next(unit: Unit, day: Day): Day {
  return 'days' in unit ? dayAt(numberOf(day) + unit.days) : addMonths(day, unit.months);
}

function nameOf(unit: Unit, day: Day, withYear: boolean): string {
  if ('days' in unit) return shortDay(day, withYear ? '' : day);
  return unit.months >= 12 ? day.slice(0, 4) : monthName(day, withYear);
}

/** The lines of the calendar between two edges: days, weeks, months, quarters, years. */
export function ticks(view: View, left: number, right: number): Tick[] {
  const perDay = (right - left) / spanOf(view);
  const { unit } = UNITS.find(({ days }) => days * perDay >= ROOM) ?? {
    unit: { months: 60 } as Unit,
  };
  const out: Tick[] = [];
  let year = '';
  let free = left;
  for (let day = first(unit, view.from); numberOf(day) <= view.to; day = next(unit, day)) {
    const x = left + (numberOf(day) - view.from) * perDay;
    const text = nameOf(unit, day, day.slice(0, 4) !== year);
    const width = widthOf(text, TICK, 'sans') + 6;
    const fits = x >= free && x + width <= right + 40;
    if (fits) {
      free = x + width + 6;
      year = day.slice(0, 4);
    }
    out.push({ x: Math.round(x * 10) / 10, day, text: fits ? text : '' });
  }
  return out;
}

/** Small strokes on the axis between the named lines: one path, at least 8 px apart. */
export function strokes(view: View, left: number, right: number, y: number): string {
  const perDay = (right - left) / spanOf(view);
  const found = UNITS.find(({ days }) => days * perDay >= 8);
  if (!found || found.days * perDay >= ROOM) return '';
  let path = '';
  for (
    let day = first(found.unit, view.from);
    numberOf(day) <= view.to;
    day = next(found.unit, day)
  ) {
    path += `M${Math.round((left + (numberOf(day) - view.from) * perDay) * 10) / 10} ${y}v4`;
  }
  return path;
}
