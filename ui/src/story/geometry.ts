import { area, curveBumpX } from 'd3-shape';
import { addMonths, daysBetween, msOf, type Day } from '../lib/days';
import { wrap } from './text';
import type { Known, Lane, Mark, Segment, Story } from './types';

/** All sizes in pixels of the picture. */
export const SIZE = {
  gutter: 96,
  right: 52,
  axis: 28,
  meetings: 30,
  sessions: 26,
  insights: 28,
  lanesGap: 14,
  /** How far a lane bends when its meaning moves. */
  bend: 20,
  laneGap: 18,
  title: 15,
  line: 18,
  small: 15,
  knownRow: 22,
} as const;

/** The least distance between two texts in a row. */
const GAP = 16;

/** Shifts that move the meaning: the lane bends. The others leave it straight. */
const MOVES = new Set<string>(['morphed', 're-scoped']);
/** Versions after which a lane has no more to show. */
const ENDS = new Set<string>(['achieved', 'let-go', 'replaced']);

export interface Piece {
  segment: Segment;
  index: number;
  path: string;
  status: string;
  x0: number;
  x1: number;
  y: number;
}

export interface Label {
  x: number;
  y: number;
  lines: string[];
}

export interface LaneShape {
  lane: Lane;
  pieces: Piece[];
  labels: Label[];
  /** The knot at each shift. */
  knots: { x: number; y: number; segment: Segment }[];
  end: { x: number; y: number; status: string } | null;
  /** Where the lane goes on after today. */
  onward: { x0: number; x1: number; y: number } | null;
  /** The baseline: what was agreed, as a line that stays where it was agreed. */
  baseline: string | null;
  /** The distance between what was agreed and what is, as long as the sponsor does not know. */
  gaps: string[];
  /** What the coachee has told the sponsor since, as broken lines. */
  told: string[];
  /** Whether the sponsor knows the goal as it stands today. */
  known: boolean;
  /** Where the lane stands today. */
  at: { x: number; y: number };
  top: number;
}

export interface Shape {
  width: number;
  height: number;
  x0: number;
  x1: number;
  today: number;
  months: { x: number; day: Day; year: boolean }[];
  meetingsY: number;
  sessionsY: number;
  insightsY: number;
  lanesTop: number;
  knownTop: number;
  marks: { x: number; y: number; mark: Mark }[];
  lanes: LaneShape[];
  joins: { path: string; width: number }[];
  /** `before` where the wording stands on the left of its mark. */
  known: { x: number; y: number; item: Known; text: string; before: boolean }[];
}

/** The thickness of a lane: its weight, 1 to 4. */
export function thickness(weight: number): number {
  return 3 + 2 * Math.min(4, Math.max(1, weight));
}

/** The lane's level below its first: one bend for each shift that moved its meaning. */
export function levels(lane: Lane): number[] {
  let level = 0;
  return lane.segments.map((segment, i) => {
    if (i > 0 && MOVES.has(segment.shift?.kind ?? '')) level += 1;
    return level;
  });
}

/** The level on a day: that of the last segment that had begun. */
function levelOn(lane: Lane, all: number[], day: Day): number {
  let level = 0;
  lane.segments.forEach((segment, i) => {
    if (segment.from <= day) level = all[i] ?? level;
  });
  return level;
}

/** The first day on which the lane stood for what it stands for today. */
function meaningSince(lane: Lane): Day | null {
  const all = levels(lane);
  const last = all.at(-1);
  const first = lane.segments.find((_, i) => all[i] === last);
  const ending = lane.segments.findLast((segment) => ENDS.has(segment.status));
  return ending?.from ?? first?.from ?? null;
}

/** True when something reached the sponsor about this lane since its meaning last moved. */
export function sponsorKnows(story: Story, index: number): boolean {
  const lane = story.lanes[index];
  const since = lane && meaningSince(lane);
  if (!lane || !since) return false;
  return story.sponsor_knows.some(
    (item) => item.lane === index && item.on >= since && item.on <= story.today,
  );
}

interface Point {
  x: number;
  y: number;
  w: number;
}

/** How long a bend takes, in pixels, on a piece from x0 to x1. */
function turnOf(x0: number, x1: number): number {
  return Math.min(34, (x1 - x0) * 0.6);
}

const ribbon = area<Point>()
  .x((p) => p.x)
  .y0((p) => p.y - p.w / 2)
  .y1((p) => p.y + p.w / 2)
  .curve(curveBumpX);

/** Puts texts that would overlap into rows under each other. Gives the row of each text. */
export function rows(items: { x: number; width: number }[]): number[] {
  const taken: { x: number; width: number }[][] = [];
  return items.map((item) => {
    const clear = (other: { x: number; width: number }) =>
      item.x >= other.x + other.width + GAP || other.x >= item.x + item.width + GAP;
    const free = taken.findIndex((row) => row.every(clear));
    const row = free >= 0 ? free : taken.length;
    taken[row] = [...(taken[row] ?? []), item];
    return row;
  });
}

/** Moves marks that would lie on each other apart, keeping their order. */
export function spread(xs: number[], gap: number): number[] {
  let last = -Infinity;
  return xs.map((x) => (last = Math.max(x, last + gap)));
}

function months(story: Story, x: (day: Day) => number): Shape['months'] {
  const out: Shape['months'] = [];
  let day = `${story.from.slice(0, 7)}-01`;
  if (day < story.from) day = addMonths(day, 1);
  const count = daysBetween(story.from, story.to) / 30.4;
  const step = count > 30 ? 6 : count > 15 ? 3 : count > 11 ? 2 : 1;
  for (let i = 0; day <= story.to; i += 1, day = addMonths(day, 1)) {
    if (i % step === 0)
      out.push({ x: x(day), day, year: out.length === 0 || day.slice(5, 7) === '01' });
  }
  return out;
}

/** How far a join reaches to the right before it lands. */
function reachOf(from: number, to: number): number {
  return 24 + Math.min(3, Math.abs(from - to)) * 8;
}

/** How far behind its first day a lane begins, because a join lands there. */
function landing(story: Story, index: number): number {
  const first = story.lanes[index]?.segments[0]?.from;
  let reach = 0;
  story.lanes.forEach((lane, i) => {
    for (const segment of lane.segments) {
      const into = segment.joins.includes(index) && segment.from === first;
      if (i !== index && into && lane.segments[0]?.from !== first) {
        reach = Math.max(reach, reachOf(i, index));
      }
    }
  });
  for (const other of story.lanes[index]?.segments[0]?.joins ?? []) {
    const before = story.lanes[other]?.segments[0]?.from;
    if (first && before && before < first) reach = Math.max(reach, reachOf(other, index));
  }
  return reach;
}

function laneShape(story: Story, index: number, lane: Lane, top: number, x: (day: Day) => number) {
  const all = levels(lane);
  const y = (level: number) => top + thickness(4) / 2 + level * SIZE.bend;
  const edge = Math.min(x(story.today), x(story.to));
  const shape: LaneShape = {
    lane,
    pieces: [],
    labels: [],
    knots: [],
    end: null,
    onward: null,
    baseline: null,
    gaps: [],
    told: [],
    known: sponsorKnows(story, index),
    at: { x: edge, y: y(0) },
    top,
  };
  let bottom = top;
  let before: Point | null = null;
  let shownTitle = '';
  lane.segments.forEach((segment, i) => {
    const x0 = x(segment.from) + (i === 0 ? landing(story, index) : 0);
    const here = { y: y(all[i] ?? 0), w: thickness(segment.weight) };
    if (segment.shift && i > 0) shape.knots.push({ x: x0, y: before?.y ?? here.y, segment });
    if (ENDS.has(segment.status)) {
      shape.end = { x: x0, y: before?.y ?? here.y, status: segment.status };
      shape.at = { x: x0, y: shape.end.y };
      if (segment.status !== 'replaced') bottom = Math.max(bottom, shape.end.y + SIZE.line);
      return;
    }
    const next = lane.segments[i + 1];
    const x1 = Math.max(
      x0 + 1,
      next ? x(next.from) : segment.to ? x(segment.to) : Math.max(edge, x0),
    );
    const turn = turnOf(x0, x1);
    const from: Point = before ? { x: x0, y: before.y, w: before.w } : { x: x0, y: here.y, w: 2.5 };
    const points: Point[] = [from, { x: x0 + turn, ...here }, { x: x1, ...here }];
    shape.pieces.push({
      segment,
      index: i,
      path: ribbon(points) ?? '',
      status: segment.status,
      x0,
      x1,
      y: here.y,
    });
    shape.at = { x: x1, y: here.y };
    if (segment.title !== shownTitle) {
      // The title may run on until another title begins.
      const other = lane.segments
        .slice(i + 1)
        .find((s) => s.title !== segment.title || ENDS.has(s.status));
      const room = (other ? x(other.from) : x(story.to)) - x0 - 10;
      const lines = wrap(segment.title, room, SIZE.title, 2);
      if (lines.length > 0) {
        shape.labels.push({
          x: x0 + (i > 0 ? turn * 0.5 : 0),
          y: here.y + here.w / 2 + SIZE.line,
          lines,
        });
      }
      bottom = Math.max(bottom, here.y + here.w / 2 + lines.length * SIZE.line);
      shownTitle = segment.title;
    }
    bottom = Math.max(bottom, here.y + thickness(4) / 2);
    before = { x: x1, ...here };
    if (!next && !segment.to && x(story.to) - edge > 12) {
      shape.onward = { x0: x1, x1: x(story.to), y: here.y };
    }
  });
  sponsorLine(story, index, shape, all, x, y);
  return { shape, bottom };
}

/**
 * What the sponsor was last given of this lane: agreed at a meeting (a solid line), or told by the
 * coachee since (a broken one); and how far the lane has moved away from it.
 */
function sponsorLine(
  story: Story,
  index: number,
  shape: LaneShape,
  all: number[],
  x: (day: Day) => number,
  y: (level: number) => number,
): void {
  const lane = shape.lane;
  const edge = Math.min(x(story.today), x(story.to));
  const news = story.sponsor_knows
    .filter((item) => item.lane === index && item.how !== 'handed-over' && item.on <= story.today)
    .map((item) => ({ day: item.on, agreed: item.how === 'agreed' }))
    .sort((a, b) => a.day.localeCompare(b.day));
  let agreedAt: number | null = null;
  news.forEach((item, i) => {
    const next = news[i + 1];
    // A lane that a join lands on begins a little later than its day.
    const x0 = Math.max(x(item.day), shape.pieces[0]?.x0 ?? 0);
    const x1 = next ? x(next.day) : edge;
    const at = y(levelOn(lane, all, item.day));
    if (item.agreed) {
      const until = news.slice(i + 1).find((later) => later.agreed);
      const from = shape.baseline === null || agreedAt === null ? `M${x0} ${at}` : `L${x0} ${at}`;
      shape.baseline = `${shape.baseline ?? ''}${from}H${until ? x(until.day) : edge}`;
      agreedAt = at;
    } else {
      shape.told.push(`M${x0} ${agreedAt ?? at}V${at}H${x1}`);
    }
    for (const piece of shape.pieces) {
      const gap = gapOf(shape, piece, item.day, x0, x1, at);
      if (gap) shape.gaps.push(gap);
    }
  });
}

/** The space between what the sponsor has and one piece of the lane that moved away from it. */
function gapOf(
  shape: LaneShape,
  piece: Piece,
  since: Day,
  from: number,
  to: number,
  at: number,
): string | null {
  const left = Math.max(piece.x0, from);
  const right = Math.min(piece.x1, to);
  if (piece.y === at || piece.segment.from < since || right <= left) return null;
  const before = shape.pieces.find((other) => other.index === piece.index - 1)?.y ?? at;
  const turn = Math.min(turnOf(piece.x0, piece.x1), right - left);
  const half = left + turn / 2;
  return `M${left} ${at}V${before}C${half} ${before} ${half} ${piece.y} ${left + turn} ${piece.y}H${right}V${at}Z`;
}

function joinsOf(story: Story, lanes: LaneShape[], x: (day: Day) => number): Shape['joins'] {
  const seen = new Set<string>();
  const out: Shape['joins'] = [];
  story.lanes.forEach((lane, i) => {
    for (const segment of lane.segments) {
      for (const j of segment.joins) {
        const other = story.lanes[j];
        const key = `${Math.min(i, j)}-${Math.max(i, j)}-${segment.from}`;
        if (!other || i === j || seen.has(key)) continue;
        seen.add(key);
        // From the lane that was there before to the one that goes on.
        const ends = ENDS.has(segment.status) || (other.segments[0]?.from ?? '') >= segment.from;
        const [a, b] = ends ? [i, j] : [j, i];
        const ya = levelY(lanes[a], segment.from, true);
        const yb = levelY(lanes[b], segment.from, false);
        if (ya === null || yb === null) continue;
        const x0 = x(segment.from);
        const reach = reachOf(i, j);
        out.push({
          path: `M${x0} ${ya}C${x0 + reach * 0.75} ${ya} ${x0 + reach * 0.25} ${yb} ${x0 + reach} ${yb}`,
          width: 2.5,
        });
      }
    }
  });
  return out;
}

function levelY(shape: LaneShape | undefined, day: Day, before: boolean): number | null {
  if (!shape) return null;
  const pieces = shape.pieces.filter((p) =>
    before ? p.segment.from < day : p.segment.from <= day,
  );
  return pieces.at(-1)?.y ?? shape.pieces[0]?.y ?? null;
}

/** Where everything of a story stands in a picture of this width. A pure function of both. */
export function layout(story: Story, width: number): Shape {
  const x0 = SIZE.gutter;
  const x1 = Math.max(x0 + 200, width - SIZE.right);
  // By hand: d3-scale brings d3-color, which does not load where prototypes are frozen.
  const [from, to] = [msOf(story.from), msOf(story.to)];
  const share = (day: Day) => (to > from ? (msOf(day) - from) / (to - from) : 0.5);
  const within = (part: number) => Math.min(1, Math.max(0, part));
  const x = (day: Day) => Math.round((x0 + within(share(day)) * (x1 - x0)) * 10) / 10;

  const meetingsY = SIZE.axis + SIZE.meetings / 2;
  const sessionsY = SIZE.axis + SIZE.meetings + SIZE.sessions / 2;
  const insightsY = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights / 2;
  const lanesTop = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights + SIZE.lanesGap;

  const byDay = [...story.marks].sort((a, b) => a.on.localeCompare(b.on));
  const events = byDay.filter((mark) => mark.kind !== 'insight');
  const insights = byDay.filter((mark) => mark.kind === 'insight');
  const insightX = spread(
    insights.map((mark) => x(mark.on)),
    13,
  );
  const marks = [
    ...events.map((mark) => ({
      x: x(mark.on),
      y: mark.kind === 'meeting' ? meetingsY : sessionsY,
      mark,
    })),
    ...insights.map((mark, i) => ({ x: insightX[i] ?? 0, y: insightsY, mark })),
  ];

  let top = lanesTop;
  const lanes = story.lanes.map((lane, index) => {
    const { shape, bottom } = laneShape(story, index, lane, top, x);
    top = bottom + SIZE.laneGap;
    return shape;
  });

  const knownTop = top + SIZE.lanesGap;
  const items = [...story.sponsor_knows].sort((a, b) => a.on.localeCompare(b.on));
  const known: Shape['known'] = items.map((item) => {
    const at = x(item.on);
    const right = width - at - 12;
    // A wording near the right edge stands before its mark.
    const before = right < 190 && at - x0 > right;
    const room = Math.min(420, before ? at - x0 : right);
    return { x: at, y: 0, item, before, text: wrap(item.wording, room, SIZE.title, 1)[0] ?? '' };
  });
  const placed = rows(
    known.map(({ x: at, before, text }) => {
      const taken = text.length * 7 + 20;
      return { x: before ? at - taken : at, width: taken };
    }),
  );
  known.forEach((one, i) => {
    one.y = knownTop + 16 + (placed[i] ?? 0) * SIZE.knownRow;
  });
  const knownRows = items.length === 0 ? 1 : Math.max(...placed) + 1;

  return {
    width,
    height: knownTop + 16 + knownRows * SIZE.knownRow,
    x0,
    x1,
    today: x(story.today),
    months: months(story, x),
    meetingsY,
    sessionsY,
    insightsY,
    lanesTop,
    knownTop,
    marks,
    lanes,
    joins: joinsOf(story, lanes, x),
    known,
  };
}
