import type { Day } from '../lib/days';

/** What became of a goal, and what it is now (docs: goals over time). */
export type Status = 'emerging' | 'active' | 'paused' | 'achieved' | 'let-go' | 'replaced';

export interface Shift {
  kind: string;
  reason: string | null;
  day: Day;
}

/** A goal from one version to the next. `to` is null while it lasts. */
export interface Segment {
  from: Day;
  to: Day | null;
  title: string;
  words: string | null;
  status: string;
  /** 1 to 4. */
  weight: number;
  shift: Shift | null;
  /** The lanes that this shift names: what replaced the goal, what it was split into or merged with. */
  joins: number[];
}

export interface Lane {
  goal: string;
  segments: Segment[];
  agreed: { day: Day; wording: string }[];
}

export interface Mark {
  kind: 'session' | 'meeting' | 'insight';
  day: Day;
  title: string;
  words: string | null;
  held: boolean;
}

export interface Known {
  day: Day;
  /** Index of the lane it is about. */
  goal: number | null;
  wording: string;
  how: 'agreed' | 'told' | 'released';
}

/** An engagement's story in time, as the coach may see it. */
export interface Story {
  from: Day;
  to: Day;
  today: Day;
  lanes: Lane[];
  marks: Mark[];
  sponsor_knows: Known[];
}
