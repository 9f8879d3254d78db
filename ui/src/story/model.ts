import { sponsorLine, type Gap, type Step } from './sponsor';
import { numberOf, type View } from './view';
import type { Lane, Segment, Story } from './types';

/** Shifts that move the meaning: the lane bends. The others leave it straight. */
const MOVES = new Set<string>(['morphed', 're-scoped']);
/** Versions after which a lane has no more to show. */
const ENDS = new Set<string>(['achieved', 'let-go', 'replaced']);
/** From so many lanes on, those that do not meet in time share a band. */
const MANY = 9;

/** A stretch of a lane that one version draws. */
export interface Stretch {
  segment: Segment;
  from: number;
  /** Where it ends; today or the picture's end for what goes on. */
  to: number;
  level: number;
  /** The level and the weight before: where a bend begins. */
  before: { level: number; weight: number } | null;
}

/** A title, for as long as it stands on one level. */
export interface Run {
  from: number;
  to: number;
  level: number;
  weight: number;
  title: string;
}

/** Everything about a lane that does not depend on what can be seen of it. */
export interface LaneModel {
  lane: Lane;
  index: number;
  /** Its place from above; lanes that never meet in time may share one. */
  band: number;
  from: number;
  /** Where the last of it is drawn, the sponsor's line included. */
  to: number;
  stretches: Stretch[];
  runs: Run[];
  /** The day of each version, and whether it ends the lane. */
  knots: { segment: Segment; at: number; level: number; ends: boolean; first: boolean }[];
  end: { at: number; level: number; status: string } | null;
  /** True when it goes on beyond today. */
  onward: boolean;
  depth: number;
  /** What the sponsor was given of it, one after the other. */
  steps: Step[];
  /** Where it and what the sponsor was given lie apart. */
  gaps: Gap[];
  /** Whether the sponsor knows the goal as it stands today. */
  known: boolean;
}

/** The end of one lane and the beginning of another, or of a lane that goes on. */
export interface Tie {
  from: number;
  to: number;
  at: number;
}

/** A story, worked out once; each picture of it is drawn from this. */
export interface Model {
  story: Story;
  whole: View;
  today: number;
  lanes: LaneModel[];
  /** How many bands there are, and how deep each is, in levels. */
  bands: { depth: number; captions: boolean }[];
  ties: Tie[];
  /** The most lines of wording that stand under one day in the sponsor's row. */
  knownRows: number;
}

/** The lane's level below its first: one bend for each shift that moved its meaning. */
export function levels(lane: Lane): number[] {
  let level = 0;
  return lane.segments.map((segment, i) => {
    if (i > 0 && MOVES.has(segment.shift?.kind ?? '')) level += 1;
    return level;
  });
}

function tiesOf(story: Story): Tie[] {
  const seen = new Set<string>();
  const out: Tie[] = [];
  story.lanes.forEach((lane, i) => {
    for (const segment of lane.segments) {
      for (const j of segment.joins) {
        const other = story.lanes[j];
        const key = `${Math.min(i, j)}-${Math.max(i, j)}-${segment.from}`;
        if (!other || i === j || seen.has(key)) continue;
        seen.add(key);
        // From the lane that was there before to the one that goes on.
        const ends = ENDS.has(segment.status) || (other.segments[0]?.from ?? '') >= segment.from;
        const [from, to] = ends ? [i, j] : [j, i];
        out.push({ from, to, at: numberOf(segment.from) });
      }
    }
  });
  return out;
}

/** Each lane is followed by those that it became, so that their curves are short. */
function inOrder(count: number, ties: Tie[]): number[] {
  const out: number[] = [];
  const done = new Set<number>();
  const ready = (lane: number) => ties.every((tie) => tie.to !== lane || done.has(tie.from));
  const place = (lane: number) => {
    if (done.has(lane)) return;
    done.add(lane);
    out.push(lane);
    for (const tie of ties) if (tie.from === lane && ready(tie.to)) place(tie.to);
  };
  for (let lane = 0; lane < count; lane += 1) if (ready(lane)) place(lane);
  // What a circle of ties holds back still gets its place.
  for (let lane = 0; lane < count; lane += 1) place(lane);
  return out;
}

function laneOf(story: Story, index: number, lane: Lane, until: number): LaneModel {
  const all = levels(lane);
  const today = Math.min(numberOf(story.today), until);
  const model: LaneModel = {
    lane,
    index,
    band: 0,
    from: numberOf(lane.segments[0]?.from ?? story.from),
    to: 0,
    stretches: [],
    runs: [],
    knots: [],
    end: null,
    onward: false,
    depth: Math.max(0, ...all),
    steps: [],
    gaps: [],
    known: false,
  };
  let before: Stretch['before'] = null;
  lane.segments.forEach((segment, i) => {
    const at = numberOf(segment.from);
    const level = all[i] ?? 0;
    const ends = ENDS.has(segment.status);
    model.knots.push({ segment, at, level: before?.level ?? level, ends, first: i === 0 });
    if (ends) {
      model.end ??= { at, level: before?.level ?? level, status: segment.status };
      return;
    }
    const next = lane.segments[i + 1];
    const close = next?.from ?? segment.to;
    const to = close ? numberOf(close) : Math.max(at, today);
    model.stretches.push({ segment, from: at, to, level, before });
    const run = model.runs.at(-1);
    if (run && run.title === segment.title && run.level === level) {
      run.to = to;
      run.weight = Math.max(run.weight, segment.weight);
    } else {
      model.runs.push({ from: at, to, level, weight: segment.weight, title: segment.title });
    }
    before = { level, weight: segment.weight };
    model.onward = !close;
  });
  if (model.end) model.onward = false;
  const last = model.runs.at(-1);
  // The last title may run on into what is to come.
  if (last && model.onward) last.to = until;
  model.to = model.end?.at ?? (model.onward ? until : (model.stretches.at(-1)?.to ?? model.from));
  return model;
}

/** Gives each lane its band: one after the other, or, of many, the first where it meets no other. */
function intoBands(lanes: LaneModel[], order: number[], whole: View): number {
  if (lanes.length < MANY) {
    order.forEach((index, band) => {
      const lane = lanes[index];
      if (lane) lane.band = band;
    });
    return lanes.length;
  }
  const clear = Math.max(14, (whole.to - whole.from) * 0.05);
  const ends: number[] = [];
  for (const index of order) {
    const lane = lanes[index];
    if (!lane) continue;
    const free = ends.findIndex((end) => end + clear <= lane.from);
    lane.band = free >= 0 ? free : ends.length;
    ends[lane.band] = lane.to;
  }
  return ends.length;
}

/** Works a story out. A pure function of it; everything that is drawn again and again starts here. */
export function modelOf(story: Story): Model {
  const days = [
    story.from,
    story.to,
    ...story.marks.map((mark) => mark.on),
    ...story.lanes.flatMap((lane) => lane.segments.map((segment) => segment.from)),
    ...story.sponsor_knows.map((item) => item.on),
  ].map(numberOf);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(2, (most - least) * 0.03);
  const whole = { from: least - margin, to: most + margin };

  const ties = tiesOf(story);
  const lanes = story.lanes.map((lane, index) => laneOf(story, index, lane, whole.to));
  for (const lane of lanes) {
    sponsorLine(story, lane);
    lane.to = Math.max(lane.to, ...lane.steps.map((step) => step.to));
  }
  const count = intoBands(lanes, inOrder(lanes.length, ties), whole);
  const bands = Array.from({ length: count }, () => ({ depth: 0, captions: false }));
  for (const lane of lanes) {
    const band = bands[lane.band];
    if (!band) continue;
    band.depth = Math.max(band.depth, lane.depth);
    band.captions ||= lane.gaps.length > 0;
  }
  const perDay = new Map<string, number>();
  for (const { on } of story.sponsor_knows) perDay.set(on, (perDay.get(on) ?? 0) + 1);
  return {
    story,
    whole,
    today: numberOf(story.today),
    lanes,
    bands,
    ties,
    knownRows: Math.min(3, Math.max(1, ...perDay.values())),
  };
}
