import type { LaneModel, Model } from './model';
import { perDayOf, round, sheetScale, xOf } from './scale';
import { SIZE } from './size';
import { wrap } from './text';

/** From so many bands on, a title gets one line only. */
const COMPACT = 9;

/** Where the rows stand. It does not depend on what can be seen, so that nothing jumps. */
export interface Frame {
  meetingsY: number;
  sessionsY: number;
  insightsY: number;
  /** The middle of each band's first level, the height of one bend in it, and where it ends. */
  bands: { y: number; bend: number; bottom: number }[];
  knownTop: number;
  height: number;
}

/** The thickness of a lane: its weight, 1 to 4. */
export function thickness(weight: number): number {
  return 3 + 2 * Math.min(4, Math.max(1, weight));
}

/** How many lines a title gets under a lane on this level, and how far down they begin. */
export function linesBelow(frame: Frame, band: number, level: number, weight: number): number {
  const at = frame.bands[band];
  if (!at) return 0;
  const foot = at.y + level * at.bend + thickness(weight) / 2;
  return Math.min(2, Math.floor((at.bottom - foot + 0.01) / SIZE.line));
}

/** How far the titles of a lane reach down when all of the story can be seen. */
function depthOf(model: Model, lane: LaneModel, bend: number, width: number, lines: number) {
  const { whole } = model;
  const scale = sheetScale(whole.from, whole, perDayOf(whole, width), width);
  return Math.max(
    lane.depth * bend + thickness(4) / 2,
    ...lane.runs.map((run) => {
      const room = Math.min(xOf(scale, run.to), scale.right) - xOf(scale, run.from) - 10;
      const used = Math.max(1, wrap(run.title, room, SIZE.title, lines).length);
      return run.level * bend + thickness(run.weight) / 2 + used * SIZE.line;
    }),
  );
}

/** Stacks the rows of a story for a picture of this width. */
export function frameOf(model: Model, width: number): Frame {
  const meetingsY = SIZE.axis + SIZE.meetings / 2;
  const sessionsY = SIZE.axis + SIZE.meetings + SIZE.sessions / 2;
  const insightsY = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights / 2;
  let top = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights + SIZE.lanesGap;
  const lines = model.bands.length >= COMPACT ? 1 : 2;
  const bands = model.bands.map(({ depth, captions }, band) => {
    const bend = depth === 0 ? 0 : Math.min(SIZE.bend, SIZE.deepest / depth);
    const y = top + (captions ? SIZE.caption + 4 : 0) + SIZE.rail + 2;
    const here = model.lanes.filter((lane) => lane.band === band);
    const bottom = round(
      y + Math.max(0, ...here.map((lane) => depthOf(model, lane, bend, width, lines))),
    );
    top = bottom + SIZE.laneGap;
    return { y, bend, bottom };
  });
  const knownTop = top + SIZE.lanesGap;
  return {
    meetingsY,
    sessionsY,
    insightsY,
    bands,
    knownTop,
    height: knownTop + 14 + model.knownRows * SIZE.knownRow,
  };
}

/** The middle of a lane on a level. */
export function yOf(frame: Frame, band: number, level: number): number {
  const at = frame.bands[band];
  return at ? round(at.y + level * at.bend) : 0;
}
