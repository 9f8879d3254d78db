import { linesBelow, thickness, yOf, type Frame } from './frame';
import type { LaneModel, Model, Stretch } from './model';
import { round, xOf, type Scale } from './scale';
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
  model: LaneModel;
  pieces: { id: string; path: string; status: string }[];
  labels: Label[];
  end: { x: number; y: number } | null;
  /** Where the lane goes on after today. */
  onward: { x0: number; x1: number; y: number } | null;
  /** What the sponsor was given, as lines. */
  rails: { id: string; path: string; agreed: boolean }[];
  /** Where they were given it: a filled sign where it was agreed, an open one where it was told. */
  pegs: { id: string; x: number; y: number; agreed: boolean }[];
  /** What lies between that and the goal. */
  gaps: { id: string; path: string }[];
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
  const x0 = Math.max(scale.x0 - 2, xOf(scale, from));
  const x1 = Math.min(scale.x1 + 2, xOf(scale, to));
  return x1 > x0 ? [x0, x1] : null;
}

function piece({ scale, frame }: Drawing, lane: LaneModel, stretch: Stretch, shift: number) {
  const start = round(xOf(scale, stretch.from) + shift);
  const x1 = Math.min(scale.x1 + 2, Math.max(start + 1, xOf(scale, stretch.to)));
  if (x1 <= scale.x0 || start >= scale.x1) return null;
  const here = {
    y: yOf(frame, lane.band, stretch.level),
    w: thickness(stretch.segment.weight),
  };
  const before = stretch.before;
  const from = before
    ? { y: yOf(frame, lane.band, before.level), w: thickness(before.weight) }
    : { y: here.y, w: 2.5 };
  const turn = turnOf(start, xOf(scale, stretch.to));
  const bends = start + turn > scale.x0;
  return {
    id: stretch.segment.version,
    status: stretch.segment.status as string,
    path: bends ? ribbon(start, turn, x1, from, here) : ribbon(scale.x0 - 2, 0, x1, here, here),
  };
}

/** The titles, each under its own stretch and no wider: so no two of them can meet. */
function titles({ scale, frame }: Drawing, lane: LaneModel, shift: number): Label[] {
  const out: Label[] = [];
  let shown = '';
  for (const run of lane.runs) {
    const begins = xOf(scale, run.from) + (run.from === lane.from ? shift : 0);
    const left = Math.max(begins + (run.level > 0 ? 10 : 5), scale.x0 + 4);
    const right = Math.min(xOf(scale, run.to), scale.x1) - 10;
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
  const x1 = Math.min(ends, scale.x1 + 2);
  const x0 = Math.max(starts, scale.x0 - 2);
  if (x1 - x0 < 1) return null;
  const rail = gap.step ? yOf(frame, lane.band, gap.step.level) - SIZE.rail : 0;
  // The goal itself is over: only what the sponsor was given still stands.
  if (gap.level === null) return `M${x0} ${rail}H${x1}V${rail + SIZE.rail + 3}H${x0}Z`;
  const y = yOf(frame, lane.band, gap.level);
  const turn = turnOf(starts, ends);
  const bent = gap.bentFrom !== null && gap.bentFrom !== gap.level && starts + turn > scale.x0;
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
    const rise = joined && at >= scale.x0 ? yOf(frame, lane.band, before.level) - SIZE.rail : y;
    if (way && at <= scale.x1) {
      const x0 = Math.max(way[0], Math.min(at, way[1]));
      const path = `M${x0} ${round(rise)}V${round(y)}H${way[1]}`;
      shape.rails.push({ id, path, agreed: step.agreed });
    }
    if (at >= scale.x0 && at <= scale.x1)
      shape.pegs.push({ id, x: at, y: round(y), agreed: step.agreed });
  });
  const captioned = new Set<unknown>();
  const alone = drawing.model.lanes.every(
    (other) => other.band !== lane.band || other.from <= lane.from,
  );
  lane.gaps.forEach((gap, i) => {
    const path = gapPath(drawing, lane, gap, shift);
    if (!path) return;
    shape.gaps.push({ id: `${i}`, path });
    if (captioned.has(gap.step)) return;
    const x = Math.max(xOf(scale, gap.from), scale.x0, begins) + 8;
    const until = gap.step ? gap.step.to : gap.to;
    // Above what is to come nothing else stands.
    const free = until >= drawing.model.today && alone;
    const right = free ? scale.x1 : Math.min(xOf(scale, until), scale.x1);
    const text = captionOf(gap, drawing.model.story.today);
    if (widthOf(text, CAPTION, 'sans') > right - x - 6) return;
    captioned.add(gap.step);
    const y = yOf(frame, lane.band, gap.step?.level ?? gap.level ?? 0) - SIZE.rail;
    shape.captions.push({ id: `${i}`, x: round(x), y: round(y - (gap.step ? 5 : 6)), text });
  });
}

/** What the sponsor has, where it and the goal lie apart. */
function captionOf({ step }: Gap, today: Day): string {
  if (!step) return t('story.unheard');
  const day = shortDay(step.day, today);
  return t(step.agreed ? 'story.as_agreed' : 'story.as_told', { day });
}

/** What of a lane can be seen; null where it lies wholly before or after. */
export function laneShape(drawing: Drawing, lane: LaneModel): LaneShape | null {
  const { model, scale, frame } = drawing;
  const { view } = scale;
  if (lane.to < view.from || lane.from > view.to) return null;
  const shift = landing(model, lane);
  const last = lane.stretches.at(-1);
  const at = (moment: number) =>
    lane.stretches.findLast((stretch) => stretch.from <= moment)?.level ?? 0;
  const shape: LaneShape = {
    id: `${lane.index}`,
    model: lane,
    pieces: lane.stretches.flatMap((stretch) => {
      const here = piece(drawing, lane, stretch, stretch.from === lane.from ? shift : 0);
      return here ? [here] : [];
    }),
    labels: titles(drawing, lane, shift),
    end: null,
    onward: null,
    rails: [],
    pegs: [],
    gaps: [],
    captions: [],
    before: lane.from < view.from ? yOf(frame, lane.band, at(view.from)) : null,
    after: lane.to > view.to + 0.5 ? yOf(frame, lane.band, at(view.to)) : null,
    y: yOf(frame, lane.band, last?.level ?? 0),
  };
  if (lane.end) {
    const x = xOf(scale, lane.end.at);
    if (x >= scale.x0 && x <= scale.x1) shape.end = { x, y: yOf(frame, lane.band, lane.end.level) };
  }
  if (lane.onward && last) {
    const way = seen(scale, last.to, model.whole.to);
    if (way && way[1] - way[0] > 12) shape.onward = { x0: way[0], x1: way[1], y: shape.y };
  }
  sponsor(drawing, lane, shift, shape);
  return shape;
}

/** Lanes of which nothing can be seen, named at the edge behind which they lie: one on each side. */
export function away({ model, scale, frame }: Drawing, shapes: LaneShape[]): Away[] {
  const taken = new Set(shapes.map((shape) => shape.model.band));
  const out = new Map<string, Away>();
  const room = (scale.x1 - scale.x0) / 2 - 24;
  for (const lane of [...model.lanes].sort((a, b) => a.from - b.from)) {
    if (taken.has(lane.band)) continue;
    const before = lane.to < scale.view.from;
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
      x: round(before ? scale.x0 + 12 : scale.x1 - 12 - width),
      y: yOf(frame, lane.band, 0) + 5,
      lane,
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
  lane: LaneModel;
}
