import { linesBelow, thickness, yOf, type Frame } from './frame';
import type { LaneModel, Model, Stretch } from './model';
import { momentAt, round, xOf, type Scale } from './scale';
import { SIZE } from './size';
import type { Gap } from './sponsor';
import { widthOf, wrap } from './text';
import { shortDay, type Day } from '../lib/days';
import { t } from '../messages';

/** What a picture is drawn from. */
export interface Drawing {
  model: Model;
  frame: Frame;
  scale: Scale;
}

/** A piece of text in the picture, at the left end of its first line's foot. */
export interface Label {
  id: string;
  x: number;
  y: number;
  lines: string[];
  /** Of a goal that is over. */
  quiet?: boolean;
}

/** Words above the sponsor's line where it and the goal lie apart. */
export interface Caption {
  id: string;
  x: number;
  y: number;
  text: string;
}

export interface LaneShape {
  id: string;
  pieces: { id: string; path: string; status: string }[];
  /** Where the lane goes on after today. */
  onward: { x0: number; x1: number; y: number } | null;
  /** What the sponsor was given, as lines. */
  rails: { id: string; path: string; agreed: boolean }[];
  /** Where they were given it: a filled sign where it was agreed, an open one where it was told. */
  pegs: { id: string; x: number; y: number; agreed: boolean }[];
  /** What lies between that and the goal. */
  gaps: { id: string; path: string }[];
}

/** What is said about a lane, and at which edges it goes on: it follows what can be seen. */
export interface LaneWords {
  id: string;
  model: LaneModel;
  labels: Label[];
  captions: Caption[];
  /** How high the lane stands at either edge where it goes on beyond it. */
  before: number | null;
  after: number | null;
  /** The height at which the lane is today. */
  y: number;
}

/** The size of a caption, in pixels. */
export const CAPTION = 12;

/** How far a curve between two lanes reaches to the right before it lands. */
export function reachOf(a: LaneModel, b: LaneModel): number {
  return 14 + Math.min(4, Math.abs(a.band - b.band)) * 6;
}

/** How far right of its first day a lane begins, because a curve lands there. */
export function landing(model: Model, lane: LaneModel): number {
  let reach = 0;
  for (const tie of model.ties) {
    const source = tie.to === lane.index && tie.at === lane.from ? model.lanes[tie.from] : null;
    if (source) reach = Math.max(reach, reachOf(source, lane));
  }
  return reach;
}

/** How long a bend takes, in pixels, on a piece from x0 to x1. */
function turnOf(x0: number, x1: number): number {
  return Math.max(0, Math.min(34, (x1 - x0) * 0.6));
}

/** A band of colour that swells and bends from one level and weight to another, then runs on. */
function ribbon(x0: number, turn: number, x1: number, from: Point, to: Point): string {
  const [a, b] = [from.y - from.w / 2, from.y + from.w / 2];
  const [c, d] = [to.y - to.w / 2, to.y + to.w / 2];
  const [half, bent] = [round(x0 + turn / 2), round(x0 + turn)];
  return (
    `M${x0} ${a}C${half} ${a} ${half} ${c} ${bent} ${c}H${x1}` +
    `V${d}H${bent}C${half} ${d} ${half} ${b} ${x0} ${b}Z`
  );
}

interface Point {
  y: number;
  w: number;
}

/** What of the way from one moment to another lies within the frame, a little beyond its edges. */
function seen(scale: Scale, from: number, to: number): [number, number] | null {
  const x0 = Math.max(scale.left - 2, xOf(scale, from));
  const x1 = Math.min(scale.right + 2, xOf(scale, to));
  return x1 > x0 ? [x0, x1] : null;
}

function piece({ scale, frame }: Drawing, lane: LaneModel, stretch: Stretch, shift: number) {
  const start = round(xOf(scale, stretch.from) + shift);
  const x1 = Math.min(scale.right + 2, Math.max(start + 1, xOf(scale, stretch.to)));
  if (x1 <= scale.left || start >= scale.right) return null;
  const here = {
    y: yOf(frame, lane.band, stretch.level),
    w: thickness(stretch.segment.weight),
  };
  const before = stretch.before;
  const from = before
    ? { y: yOf(frame, lane.band, before.level), w: thickness(before.weight) }
    : { y: here.y, w: 2.5 };
  const turn = turnOf(start, xOf(scale, stretch.to));
  const bends = start + turn > scale.left;
  return {
    id: stretch.segment.version,
    status: stretch.segment.status as string,
    path: bends ? ribbon(start, turn, x1, from, here) : ribbon(scale.left - 2, 0, x1, here, here),
  };
}

/** The titles, each under its own stretch and no wider: so no two of them can meet. */
function titles({ scale, frame }: Drawing, lane: LaneModel, shift: number): Label[] {
  const out: Label[] = [];
  let shown = '';
  for (const run of lane.runs) {
    const begins = xOf(scale, run.from) + (run.from === lane.from ? shift : 0);
    const left = Math.max(begins + (run.level > 0 ? 10 : 5), scale.left + 4);
    const right = Math.min(xOf(scale, run.to), scale.right) - 10;
    if (right <= left || run.title === shown) continue;
    const most = linesBelow(frame, lane.band, run.level, run.weight);
    const lines = wrap(run.title, right - left, SIZE.title, most);
    if (lines.length === 0) continue;
    out.push({
      id: `${run.from}`,
      x: round(left),
      y: round(yOf(frame, lane.band, run.level) + thickness(run.weight) / 2 + SIZE.line - 1),
      lines,
    });
    shown = run.title;
  }
  return out;
}

function gapPath(
  { scale, frame }: Drawing,
  lane: LaneModel,
  gap: Gap,
  shift: number,
): string | null {
  const starts = Math.max(xOf(scale, gap.from), xOf(scale, lane.from) + shift);
  const ends = xOf(scale, gap.to);
  const x1 = Math.min(ends, scale.right + 2);
  const x0 = Math.max(starts, scale.left - 2);
  if (x1 - x0 < 1) return null;
  const rail = gap.step ? yOf(frame, lane.band, gap.step.level) - SIZE.rail : 0;
  // The goal itself is over: only what the sponsor was given still stands.
  if (gap.level === null) return `M${x0} ${rail}H${x1}V${rail + SIZE.rail + 3}H${x0}Z`;
  const y = yOf(frame, lane.band, gap.level);
  const turn = turnOf(starts, ends);
  const bent = gap.bentFrom !== null && gap.bentFrom !== gap.level && starts + turn > scale.left;
  const from = yOf(frame, lane.band, gap.bentFrom ?? gap.level);
  const [half, end] = [round(starts + turn / 2), round(starts + turn)];
  const lower = bent
    ? `M${starts} ${from}C${half} ${from} ${half} ${y} ${end} ${y}`
    : `M${x0} ${y}`;
  if (gap.step) return `${lower}H${x1}V${rail}H${bent ? starts : x0}Z`;
  // Nothing was given of it: a strip along the lane, where the sponsor's line would run.
  const up = SIZE.rail + 2.5;
  return bent
    ? `${lower}H${x1}V${y - up}H${end}C${half} ${y - up} ${half} ${from - up} ${starts} ${from - up}Z`
    : `${lower}H${x1}V${y - up}H${x0}Z`;
}

/** The sponsor's line, its pegs, and what lies between it and the lane. */
function sponsor(drawing: Drawing, lane: LaneModel, shift: number, shape: LaneShape): void {
  const { scale, frame } = drawing;
  const begins = xOf(scale, lane.from) + shift;
  lane.steps.forEach((step, i) => {
    const y = yOf(frame, lane.band, step.level) - SIZE.rail;
    const id = `${step.day}-${i}`;
    const at = Math.max(xOf(scale, step.from), begins);
    const way = seen(scale, step.from, step.to);
    const before = lane.steps[i - 1];
    const joined = before && before.to === step.from && before.level !== step.level;
    const rise = joined && at >= scale.left ? yOf(frame, lane.band, before.level) - SIZE.rail : y;
    if (way && at <= scale.right) {
      const x0 = Math.max(way[0], Math.min(at, way[1]));
      const path = `M${x0} ${round(rise)}V${round(y)}H${way[1]}`;
      shape.rails.push({ id, path, agreed: step.agreed });
    }
    if (at >= scale.left && at <= scale.right)
      shape.pegs.push({ id, x: at, y: round(y), agreed: step.agreed });
  });
  lane.gaps.forEach((gap, i) => {
    const path = gapPath(drawing, lane, gap, shift);
    if (path) shape.gaps.push({ id: `${i}`, path });
  });
}

/** Words above the sponsor's line, one for each thing that they were given. */
function captions({ model, scale, frame }: Drawing, lane: LaneModel, shift: number): Caption[] {
  const out: Caption[] = [];
  const done = new Set<unknown>();
  const alone = model.lanes.every((other) => other.band !== lane.band || other.from <= lane.from);
  lane.gaps.forEach((gap, i) => {
    const [from, to] = [xOf(scale, gap.from), xOf(scale, gap.to)];
    if (done.has(gap.step) || to - 1 < scale.left || from > scale.right || to - from < 1) return;
    const x = Math.max(from, scale.left, xOf(scale, lane.from) + shift) + 8;
    const until = gap.step ? gap.step.to : gap.to;
    // Above what is to come nothing else stands.
    const free = until >= model.today && alone;
    const right = free ? scale.right : Math.min(xOf(scale, until), scale.right);
    const { text, width } = captionOf(gap, model.story.today);
    if (width > right - x - 6) return;
    done.add(gap.step);
    const y = yOf(frame, lane.band, gap.step?.level ?? gap.level ?? 0) - SIZE.rail;
    out.push({ id: `${i}`, x: round(x), y: round(y - (gap.step ? 5 : 6)), text });
  });
  return out;
}

/** What was said of gaps, and how wide that is: asked for again with every step of a zoom. */
const said = new WeakMap<Gap, { text: string; width: number }>();

/** What the sponsor has, where it and the goal lie apart. */
function captionOf(gap: Gap, today: Day): { text: string; width: number } {
  const known = said.get(gap);
  if (known) return known;
  const text = wordsOfGap(gap, today);
  const caption = { text, width: widthOf(text, CAPTION, 'sans') };
  said.set(gap, caption);
  return caption;
}

function wordsOfGap({ step }: Gap, today: Day): string {
  if (!step) return t('story.unheard');
  const day = shortDay(step.day, today);
  return t(step.agreed ? 'story.as_agreed' : 'story.as_told', { day });
}

/** What of a lane lies on the sheet; null where nothing does. */
export function laneShape(drawing: Drawing, lane: LaneModel): LaneShape | null {
  const { model, scale, frame } = drawing;
  if (xOf(scale, lane.to) < scale.left || xOf(scale, lane.from) > scale.right) return null;
  const shift = landing(model, lane);
  const last = lane.stretches.at(-1);
  const shape: LaneShape = {
    id: `${lane.index}`,
    pieces: lane.stretches.flatMap((stretch) => {
      const here = piece(drawing, lane, stretch, stretch.from === lane.from ? shift : 0);
      return here ? [here] : [];
    }),
    onward: null,
    rails: [],
    pegs: [],
    gaps: [],
  };
  if (lane.onward && last) {
    const way = seen(scale, last.to, model.whole.to);
    const y = yOf(frame, lane.band, last.level);
    if (way && way[1] - way[0] > 12) shape.onward = { x0: way[0], x1: way[1], y };
  }
  sponsor(drawing, lane, shift, shape);
  return shape;
}

/** What is said about a lane of which something can be seen; null for the others. */
export function laneWords(drawing: Drawing, lane: LaneModel): LaneWords | null {
  const { model, scale, frame } = drawing;
  const [from, to] = [xOf(scale, lane.from), xOf(scale, lane.to)];
  if (to < scale.left || from > scale.right) return null;
  const shift = landing(model, lane);
  const at = (moment: number) =>
    lane.stretches.findLast((stretch) => stretch.from <= moment)?.level ?? 0;
  const labels = titles(drawing, lane, shift);
  const before = from < scale.left;
  const after = to > scale.right + 1;
  return {
    id: `${lane.index}`,
    model: lane,
    labels: labels.length > 0 || !before ? labels : over(drawing, lane),
    captions: captions(drawing, lane, shift),
    before: before ? yOf(frame, lane.band, at(momentAt(scale, scale.left))) : null,
    after: after ? yOf(frame, lane.band, at(momentAt(scale, scale.right))) : null,
    y: yOf(frame, lane.band, lane.stretches.at(-1)?.level ?? 0),
  };
}

/** The name of a goal that is over, where only what the sponsor was given of it can still be seen. */
function over({ scale, frame }: Drawing, lane: LaneModel): Label[] {
  const last = lane.runs.at(-1);
  if (!last || xOf(scale, last.to) > scale.left) return [];
  const room = Math.min(xOf(scale, lane.to), scale.right) - scale.left - 14;
  const lines = wrap(last.title, room, SIZE.title, 1);
  const y = round(yOf(frame, lane.band, last.level) + thickness(last.weight) / 2 + SIZE.line - 1);
  return lines.length > 0 ? [{ id: 'over', x: scale.left + 4, y, lines, quiet: true }] : [];
}

/** Lanes of which nothing can be seen, named at the edge behind which they lie: one on each side. */
export function away({ model, scale, frame }: Drawing, shapes: LaneWords[]): Away[] {
  const taken = new Set(shapes.map((shape) => shape.model.band));
  const out = new Map<string, Away>();
  const room = (scale.right - scale.left) / 2 - 24;
  for (const lane of [...model.lanes].sort((a, b) => a.from - b.from)) {
    if (taken.has(lane.band)) continue;
    const before = xOf(scale, lane.to) < scale.left;
    const run = before ? lane.runs.at(-1) : lane.runs[0];
    const text = run ? (wrap(run.title, room - 14, SIZE.title, 1)[0] ?? '') : '';
    const key = `${lane.band}${before ? '<' : '>'}`;
    // Before: the latest one; after: the first one.
    if (!before && out.has(key)) continue;
    const width = widthOf(text, SIZE.title);
    out.set(key, {
      id: `${lane.index}`,
      before,
      text,
      x: round(before ? scale.left + 12 : scale.right - 12 - width),
      y: yOf(frame, lane.band, 0) + 5,
    });
  }
  return [...out.values()];
}

export interface Away {
  id: string;
  before: boolean;
  text: string;
  x: number;
  y: number;
}
