import type { Model } from './model';

/** All sizes in pixels of the picture. */
export const SIZE = {
  gutter: 96,
  right: 56,
  axis: 28,
  meetings: 30,
  sessions: 26,
  insights: 28,
  lanesGap: 10,
  /** How far a lane bends when its meaning moves, and how far all bends of one lane go. */
  bend: 20,
  deepest: 80,
  laneGap: 14,
  /** The sponsor's line runs this far above the middle of a lane. */
  rail: 8.5,
  /** Words above the sponsor's line. */
  caption: 12,
  title: 15,
  line: 18,
  knownRow: 20,
} as const;

/** From so many bands on, a title gets one line only. */
const COMPACT = 9;

/** Where the rows stand. It depends on the story alone, so that nothing jumps while one zooms. */
export interface Frame {
  meetingsY: number;
  sessionsY: number;
  insightsY: number;
  lanesTop: number;
  /** The middle of each band's first level, and the height of one bend in it. */
  bands: { y: number; bend: number }[];
  titleLines: number;
  lanesEnd: number;
  knownTop: number;
  height: number;
}

/** The thickness of a lane: its weight, 1 to 4. */
export function thickness(weight: number): number {
  return 3 + 2 * Math.min(4, Math.max(1, weight));
}

/** Stacks the rows of a story. */
export function frameOf(model: Model): Frame {
  const meetingsY = SIZE.axis + SIZE.meetings / 2;
  const sessionsY = SIZE.axis + SIZE.meetings + SIZE.sessions / 2;
  const insightsY = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights / 2;
  const lanesTop = SIZE.axis + SIZE.meetings + SIZE.sessions + SIZE.insights + SIZE.lanesGap;
  const titleLines = model.bands.length >= COMPACT ? 1 : 2;
  let top = lanesTop;
  const bands = model.bands.map(({ depth, captions }) => {
    const bend = depth === 0 ? 0 : Math.min(SIZE.bend, SIZE.deepest / depth);
    const y = top + (captions ? SIZE.caption + 4 : 0) + SIZE.rail + 2;
    top = y + depth * bend + thickness(4) / 2 + titleLines * SIZE.line + SIZE.laneGap;
    return { y, bend };
  });
  const knownTop = top + SIZE.lanesGap;
  return {
    meetingsY,
    sessionsY,
    insightsY,
    lanesTop,
    bands,
    titleLines,
    lanesEnd: top,
    knownTop,
    height: knownTop + 14 + model.knownRows * SIZE.knownRow,
  };
}
