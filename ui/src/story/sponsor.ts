import { numberOf } from './view';
import type { LaneModel } from './model';
import type { Day } from '../lib/days';
import type { Story } from './types';

/** Something that the sponsor was given of a lane, until it was given something else of it. */
export interface Step {
  from: number;
  to: number;
  /** The level of the lane as the sponsor was given it. */
  level: number;
  day: Day;
  /** Agreed at a meeting; else told by the coachee. */
  agreed: boolean;
}

/** Where what the sponsor was given, or nothing, and the goal lie apart. */
export interface Gap {
  from: number;
  to: number;
  /** The step that the goal moved away from; null where the sponsor knows nothing of the goal. */
  step: Step | null;
  /**
   * The level of the goal, and the one that it bent down from at the gap's beginning; null where the
   * goal itself is over.
   */
  level: number | null;
  bentFrom: number | null;
}

/** When a lane stood for what it stands for at the end: its end, or the last time its meaning moved. */
function meaningSince(lane: LaneModel): number {
  const last = lane.stretches.at(-1);
  if (lane.end) return lane.end.at;
  return lane.stretches.find((stretch) => stretch.level === last?.level)?.from ?? lane.from;
}

function levelOn(lane: LaneModel, at: number): number {
  return lane.stretches.findLast((stretch) => stretch.from <= at)?.level ?? 0;
}

/** The days on which the sponsor first heard of any goal: before them nothing was to be known. */
function firstHeard(story: Story): number {
  const days = story.sponsor_knows.filter((item) => item.lane !== null).map((item) => item.on);
  return days.length === 0 ? Infinity : Math.min(...days.map(numberOf));
}

/** Works out what the sponsor was given of a lane, and how far the lane has moved away from it. */
export function sponsorLine(story: Story, lane: LaneModel): void {
  const today = numberOf(story.today);
  const news = story.sponsor_knows
    .filter((item) => item.lane === lane.index && item.how !== 'handed-over')
    .map((item) => ({ day: item.on, at: numberOf(item.on), agreed: item.how === 'agreed' }))
    .filter((item) => item.at <= today)
    // On one day what was agreed stands, whatever was told besides.
    .sort((a, b) => a.at - b.at || Number(a.agreed) - Number(b.agreed));
  // A later meeting with the sponsor that no longer agreed this goal ends what stood of it.
  const dropped = story.baselines
    .filter((meeting) => meeting.sponsor && !meeting.lanes.includes(lane.index))
    .map((meeting) => numberOf(meeting.on));
  const heard = firstHeard(story);

  news.forEach((item, i) => {
    const next = news.slice(i + 1).find((later) => later.at > item.at)?.at ?? today;
    const drop = dropped.find((at) => at > item.at) ?? Infinity;
    const over = lane.end && lane.end.at <= item.at ? item.at : Infinity;
    const to = Math.min(next, drop, over);
    if (to < item.at || news[i + 1]?.at === item.at) return;
    const step: Step = {
      from: item.at,
      to,
      level: levelOn(lane, item.at),
      day: item.day,
      agreed: item.agreed,
    };
    lane.steps.push(step);
    for (const stretch of lane.stretches) {
      const [from, until] = [Math.max(stretch.from, step.from), Math.min(stretch.to, step.to)];
      if (stretch.level === step.level || until <= from) continue;
      const bent = stretch.from >= step.from ? (stretch.before?.level ?? null) : null;
      lane.gaps.push({ from, to: until, step, level: stretch.level, bentFrom: bent });
    }
    if (lane.end && step.to > lane.end.at) {
      lane.gaps.push({ from: lane.end.at, to: step.to, step, level: null, bentFrom: null });
    }
  });

  const since = meaningSince(lane);
  lane.known = news.some((item) => item.at >= since);
  const unheard = Math.min(news[0]?.at ?? Infinity, lane.end?.at ?? Infinity, today);
  const from = Math.max(lane.from, heard);
  if (unheard > from && news.every((item) => item.at > from)) {
    for (const stretch of lane.stretches) {
      const [start, until] = [Math.max(stretch.from, from), Math.min(stretch.to, unheard)];
      if (until <= start) continue;
      lane.gaps.push({
        from: start,
        to: until,
        step: null,
        level: stretch.level,
        bentFrom: stretch.before?.level ?? null,
      });
    }
  }
}
