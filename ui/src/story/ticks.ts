import { addMonths, monthName, shortDay, type Day } from '../lib/days';
import { widthOf } from './text';
import { xOf, type Scale } from './scale';
import { dayAt, numberOf } from './view';

/** A line of the calendar, with its name where there is room for it. */
export interface Tick {
  x: number;
  day: Day;
  text: string;
  /** How wide the name is. */
  width: number;
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

/** The last moment on a scale. */
const lastOf = (scale: Scale) => scale.from + scale.right / scale.perDay;

/** The lines of the calendar on a sheet: days, weeks, months, quarters, years. */
export function ticks(scale: Scale): Tick[] {
  const { unit } = UNITS.find(({ days }) => days * scale.perDay >= ROOM) ?? {
    unit: { months: 60 } as Unit,
  };
  const out: Tick[] = [];
  let year = '';
  let free = scale.left;
  const last = lastOf(scale);
  for (let day = first(unit, scale.from); numberOf(day) <= last; day = next(unit, day)) {
    const x = xOf(scale, numberOf(day));
    const text = nameOf(unit, day, day.slice(0, 4) !== year);
    const width = widthOf(text, TICK, 'sans');
    const fits = x >= free;
    if (fits) {
      free = x + width + 12;
      year = day.slice(0, 4);
    }
    out.push({ x, day, text: fits ? text : '', width });
  }
  return out;
}

/** Small strokes on the axis between the named lines: one path, at least 8 px apart. */
export function strokes(scale: Scale, y: number): string {
  const found = UNITS.find(({ days }) => days * scale.perDay >= 8);
  if (!found || found.days * scale.perDay >= ROOM) return '';
  let path = '';
  const last = lastOf(scale);
  if ('days' in found.unit) {
    const { days } = found.unit;
    for (let at = numberOf(first(found.unit, scale.from)); at <= last; at += days)
      path += `M${xOf(scale, at)} ${y}v4`;
    return path;
  }
  for (let day = first(found.unit, scale.from); numberOf(day) <= last; day = next(found.unit, day))
    path += `M${xOf(scale, numberOf(day))} ${y}v4`;
  return path;
}
