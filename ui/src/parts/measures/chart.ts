import type { MeasuredGoal } from '../../ipc/types/MeasuredGoal';
import type { SeriesCard } from '../../ipc/types/SeriesCard';
import type { ShiftKind } from '../../ipc/types/ShiftKind';
import { msOf, type Day } from '../../lib/days';
import { round } from '../../story/scale';
import { widthOf, wrap } from '../../story/text';
import { signed, tenths } from './figures';

/** What a panel draws: how far it was attained, the coachee's own rating, what raters say together. */
export type Kind = 'score' | 'rating' | 'pulse';

/** One figure. */
export interface Point {
  id: string;
  kind: Kind;
  x: number;
  y: number;
  day: Day;
  /** As it is measured: a level, a mark, or a mean in tenths. */
  value: number;
  words: string;
  /** Of a round that is still open: it does not count yet. */
  open: boolean;
  raters: number;
  /** The number as it is written. */
  text: string;
  /** Where that stands, from the point; null where there is no room for it. */
  label: Label | null;
}

/** The left end of a number's foot, from its point. */
export interface Label {
  x: number;
  y: number;
}

/** The day on which the goal's meaning moved, and the line broke. */
export interface Break {
  x: number;
  day: Day;
  kind: ShiftKind;
  /** The beginning of the reason, beside the break. */
  lines: string[];
  /** Where those lines stand, and which way they run. */
  textX: number;
  side: 'after' | 'before';
}

/** A shift that left the meaning where it was. */
export interface Tick {
  x: number;
  kind: ShiftKind;
}

export interface Panel {
  kind: Kind;
  top: number;
  height: number;
  /** The lines of the scale that have a number. */
  rules: { y: number; value: number }[];
  /** The line on which nothing has changed, or what was expected is. */
  zero: number | null;
  /** One line for each series; it never crosses a break. */
  lines: string[];
  points: Point[];
}

export interface Chart {
  width: number;
  height: number;
  left: number;
  right: number;
  panels: Panel[];
  breaks: Break[];
  ticks: Tick[];
  /** The first days of months, or of quarters where months would stand too near. */
  months: { x: number; day: Day }[];
  /** Where the figures begin, beneath the reasons. */
  top: number;
}

/** The scales; a pulse is a mean, in tenths. */
const SCALES: Record<Kind, { least: number; most: number; rules: number[] }> = {
  score: { least: -2, most: 2, rules: [-2, -1, 0, 1, 2] },
  rating: { least: 0, most: 10, rules: [0, 5, 10] },
  pulse: { least: -30, most: 30, rules: [-30, 0, 30] },
};

/** In pixels. */
export const SIZE = {
  left: 134,
  right: 24,
  head: 64,
  panel: { score: 92, rating: 72, pulse: 72 } as Record<Kind, number>,
  between: 26,
  foot: 24,
  reason: 15,
  lines: 3,
};

const KINDS: Kind[] = ['score', 'rating', 'pulse'];
const ROOM = 300;
const GAP = 10;
/** The least room for the name of a month. */
const MONTH = 46;

/** A figure as it is written. */
export function figure(kind: Kind, value: number): string {
  return kind === 'rating' ? `${value}` : kind === 'score' ? signed(value) : tenths(value);
}

/** How far a sign reaches, and the size of the number beside it. */
const SIGN = 7;
const NUMBER = 12.5;

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

const meet = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** What the number of a point covers. */
export function boxOf({ x, y, text }: Point, label: Label): Box {
  const width = widthOf(text, NUMBER, 'sans');
  const foot = y + label.y;
  return { x0: x + label.x, x1: x + label.x + width, y0: foot - NUMBER * 0.75, y1: foot + 1 };
}

/** Puts the number of each point of a panel beside it, where it meets no sign and no other number. */
function labelled(points: Point[], top: number, right: number): void {
  const taken = points.map(({ x, y }): Box => ({
    x0: x - SIGN,
    x1: x + SIGN,
    y0: y - SIGN,
    y1: y + SIGN,
  }));
  for (const point of points) {
    const width = widthOf(point.text, NUMBER, 'sans');
    const [above, below] = [-8, 16];
    const rows = point.y - top < 14 ? [below] : [above, below];
    const places = rows.flatMap((y) => [
      { x: 10, y },
      { x: -10 - width, y },
    ]);
    const at = places.find((place) => {
      const box = boxOf(point, place);
      return box.x1 <= right && !taken.some((other) => meet(box, other));
    });
    if (!at) continue;
    point.label = at;
    taken.push(boxOf(point, at));
  }
}

function pointsOf(series: SeriesCard, kind: Kind): Omit<Point, 'x' | 'y' | 'text' | 'label'>[] {
  switch (kind) {
    case 'score':
      return series.scores.map(({ id, on, level, words }) => ({
        id,
        kind,
        day: on,
        value: level,
        words,
        open: false,
        raters: 0,
      }));
    case 'rating':
      return series.ratings.map(({ id, on, mark, words }) => ({
        id,
        kind,
        day: on,
        value: mark,
        words,
        open: false,
        raters: 0,
      }));
    case 'pulse':
      return series.pulses.map(({ round: id, on, closed, figure }) => ({
        id,
        kind,
        day: on,
        value: figure.tenths,
        words: '',
        open: !closed,
        raters: figure.raters,
      }));
  }
}

/** The kinds of figures that a goal has at all. */
export function kindsOf(goal: MeasuredGoal): Kind[] {
  return KINDS.filter((kind) => goal.series.some((series) => pointsOf(series, kind).length > 0));
}

/**
 * Where every figure of a goal stands in a picture of this width, from one day to another. A line
 * joins what was measured of one series, and breaks where the meaning moved.
 */
export function layout(goal: MeasuredGoal, from: Day, to: Day, width: number): Chart {
  const left = SIZE.left;
  const right = Math.max(left + 160, width - SIZE.right);
  const [first, last] = [msOf(from), Math.max(msOf(to), msOf(from) + 86_400_000)];
  const xOf = (day: Day) => round(left + ((msOf(day) - first) / (last - first)) * (right - left));

  const breaks: Break[] = [];
  const begun = goal.series.filter((series) => series.broken_by !== null);
  begun.forEach((series, i) => {
    const bend = series.broken_by;
    if (!bend) return;
    const x = xOf(bend.on);
    const next = begun[i + 1]?.broken_by;
    const behind = begun[i - 1]?.broken_by;
    const after = Math.min(ROOM, (next ? xOf(next.on) : right) - x - 2 * GAP);
    const before = Math.min(ROOM, x - (behind ? (breaks[i - 1]?.textX ?? left) : left) - 2 * GAP);
    // The reason runs on from the break; near the right edge it ends there.
    const side = after >= 150 || after >= before || behind ? 'after' : 'before';
    breaks.push({
      x,
      day: bend.on,
      kind: bend.kind,
      lines: wrap(bend.reason, side === 'after' ? after : before, SIZE.reason, SIZE.lines),
      textX: side === 'after' ? x + GAP : x - GAP,
      side,
    });
  });

  const head = breaks.length > 0 ? SIZE.head + 18 : 22;
  let top = head;
  const panels = kindsOf(goal).map((kind): Panel => {
    const height = SIZE.panel[kind];
    const { least, most, rules } = SCALES[kind];
    const base = top;
    const yOf = (value: number) => round(base + ((most - value) / (most - least)) * height);
    const points: Point[] = [];
    const lines: string[] = [];
    for (const series of goal.series) {
      const own = pointsOf(series, kind)
        .sort((a, b) => a.day.localeCompare(b.day))
        .map((point) => ({
          ...point,
          x: xOf(point.day),
          y: yOf(point.value),
          text: figure(kind, point.value),
          label: null,
        }));
      const counts = own.filter((point) => !point.open);
      if (counts.length > 1)
        lines.push(counts.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(''));
      points.push(...own);
    }
    labelled(points, base, right + SIZE.right);
    top += height + SIZE.between;
    return {
      kind,
      top: base,
      height,
      rules: rules.map((value) => ({ y: yOf(value), value })),
      zero: least < 0 ? yOf(0) : null,
      lines,
      points,
    };
  });

  return {
    width: right + SIZE.right,
    height: (panels.length > 0 ? top - SIZE.between : head) + SIZE.foot,
    left,
    right,
    panels,
    breaks,
    months: monthsOf(from, to, xOf),
    top: head - 8,
    ticks: goal.series.flatMap((series) =>
      series.bends.map(({ on, kind }) => ({ x: xOf(on), kind })),
    ),
  };
}

function monthsOf(from: Day, to: Day, xOf: (day: Day) => number): Chart['months'] {
  for (const step of [1, 3, 12]) {
    const months: Chart['months'] = [];
    const [year = 1970, month = 1] = from.split('-').map(Number);
    for (let n = Math.ceil((year * 12 + month - 1) / step) * step; ; n += step) {
      const day = `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
      if (day > to) break;
      if (day >= from) months.push({ x: xOf(day), day });
    }
    const [a, b] = months;
    if (!a || !b || b.x - a.x >= MONTH || step === 12) return months;
  }
  return [];
}

/** Where an arrow key leads among the points: along a panel, or to the nearest of another one. */
export function neighbour(panels: Panel[], at: Point, key: string): Point | null {
  const row = panels.findIndex((panel) => panel.kind === at.kind);
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const points = [...(panels[row]?.points ?? [])].sort((a, b) => a.x - b.x);
    const index = points.findIndex((point) => point.id === at.id);
    return points[index + (key === 'ArrowRight' ? 1 : -1)] ?? null;
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const step = key === 'ArrowDown' ? 1 : -1;
  for (let other = row + step; panels[other]; other += step) {
    const points = [...(panels[other]?.points ?? [])];
    points.sort((a, b) => Math.abs(a.x - at.x) - Math.abs(b.x - at.x));
    if (points[0]) return points[0];
  }
  return null;
}
