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
