import type { Entry } from './entries';
import { thickness, yOf, type Frame } from './frame';
import { gather, type Room } from './gather';
import {
  away,
  landing,
  laneShape,
  laneWords,
  reachOf,
  type Away,
  type Drawing,
  type LaneShape,
  type LaneWords,
} from './lanes';
import type { Model } from './model';
import { round, xOf, type Scale } from './scale';
import { SIZE } from './size';
import { fit, widthOf } from './text';
import { strokes, ticks, type Tick } from './ticks';

/** A mark, or several that would lie over one another. */
export interface Stop {
  /** The first of its members': the same mark keeps it while one moves. */
  id: string;
  /** Its place in its row: what draws it is used again for the one that takes it. */
  place: string;
  row: number;
  x: number;
  y: number;
  members: Entry[];
}

/** What the sponsor was given on a day, in lines of wording beside its mark. */
export interface Wording {
  id: string;
  x: number;
  y: number;
  lines: string[];
  /** Given before what can be seen, and known still. */
  quiet?: boolean;
}

/** What is drawn on the sheet: it changes when one zooms, and once in a while when one moves. */
export interface Sheet {
  scale: Scale;
  today: number;
  ticks: Tick[];
  strokes: string;
  lanes: LaneShape[];
  ties: { id: string; path: string }[];
  /** The days of meetings, as lines across. */
  meetings: { id: string; x: number; agreed: boolean; held: boolean }[];
  /** What can be reached, row by row; also what lies beyond the sheet. */
  rows: Stop[][];
  /** What can be reached on the sheet. */
  stops: Stop[];
}

/** What follows every movement: words that stay in sight, and what is said of what is not. */
export interface Words {
  scale: Scale;
  lanes: LaneWords[];
  away: Away[];
  wordings: Wording[];
  /** How many marks of the upper rows lie before and after what can be seen. */
  beyond: { id: string; y: number; before: number; after: number }[];
}

/** How much room the marks of each kind of row need. */
const ROOMS: Record<'meeting' | 'session' | 'insight' | 'lane' | 'known', Room> = {
  meeting: { reach: 17, counted: 17 },
  session: { reach: 4, counted: 10 },
  insight: { reach: 7, counted: 11 },
  lane: { reach: 6, counted: 9 },
  known: { reach: 5, counted: 9 },
};

/** The least distance between two texts in a row. */
const GAP = 14;

function roomOf(row: number, rows: number): Room {
  if (row === rows - 1) return ROOMS.known;
  return [ROOMS.meeting, ROOMS.session, ROOMS.insight][row] ?? ROOMS.lane;
}

function stopY(frame: Frame, entry: Entry, row: number): number {
  if (entry.lane) return yOf(frame, entry.lane.band, entry.level);
  return [frame.meetingsY, frame.sessionsY, frame.insightsY][row] ?? frame.knownTop + 12;
}

/**
 * Every row's marks, gathered. They are measured from the story's beginning, so that moving sideways
 * changes nothing.
 */
function stopsOf({ model, frame, scale }: Drawing, rows: Entry[][]): Stop[][] {
  const origin = (model.whole.from - scale.from) * scale.perDay;
  return rows.map((entries, row) => {
    const lane = entries[0]?.lane;
    const shift = lane ? landing(model, lane) : 0;
    const far = (entry: Entry) =>
      (entry.at - model.whole.from) * scale.perDay + (entry.sign === 'begin' ? shift : 0);
    const sorted = shift > 0 ? [...entries].sort((a, b) => far(a) - far(b)) : entries;
    return gather(sorted, far, roomOf(row, rows.length)).map(({ x, members }, i) => {
      const [first] = members as [Entry, ...Entry[]];
      return {
        id: first.id,
        place: `${row}-${i}`,
        row,
        x: round(origin + x),
        y: stopY(frame, first, row),
        members,
      };
    });
  });
}

/** Wordings beside their marks; each has the room up to the next mark, so that none meets another. */
function wordingsOf(model: Model, stops: Stop[], scale: Scale): Wording[] {
  const out: Wording[] = [];
  let free = scale.left - GAP;
  const before = stops.findLast((stop) => stop.x < scale.left);
  const next = stops.find((stop) => stop.x >= scale.left);
  if (before) {
    // What was given last before all that can be seen stays in sight.
    const latest = before.members.at(-1)?.at;
    const room = Math.min(next?.x ?? Infinity, scale.right) - scale.left - GAP - 8;
    const lines = before.members
      .filter((one) => one.at === latest)
      .slice(0, model.knownRows)
      .map((one) => fit(one.body, Math.min(room, 460), SIZE.title));
    if (room > 60 && lines.some(Boolean)) {
      out.push({ id: 'before', x: scale.left + 4, y: before.y + 5, lines, quiet: true });
      free = scale.left + 4 + Math.max(...lines.map((line) => widthOf(line, SIZE.title)));
    }
  }
  stops.forEach((stop, i) => {
    const next = stops[i + 1];
    const end = Math.min(next ? next.x - GAP - 4 : Infinity, scale.right);
    const from = stop.x + ROOMS.known.counted + 4;
    let room = end - from;
    if (stop.x < scale.left || stop.x > scale.right) return;
    // Near the right edge there may be more room before the mark.
    const left = stop.x - ROOMS.known.counted - 4;
    const before = !next && room < 150 && left - free - GAP > room;
    if (before) room = left - free - GAP;
    free = Math.max(free, stop.x + ROOMS.known.counted);
    // What was given last is what is known; the mark says that there is more.
    const latest = stop.members.at(-1)?.at;
    const texts = stop.members.filter((one) => one.at === latest).slice(0, model.knownRows);
    const lines = texts.map((member) => fit(member.body, Math.min(room, 460), SIZE.title));
    if (lines.every((line) => line === '')) return;
    const width = Math.max(...lines.map((line) => widthOf(line, SIZE.title)));
    const x = before ? left - width : from;
    free = x + width;
    out.push({ id: stop.id, x: round(x), y: stop.y + 5, lines });
  });
  return out;
}

function tiesOf({ model, frame, scale }: Drawing): Sheet['ties'] {
  return model.ties.flatMap((tie, i) => {
    const [from, to] = [model.lanes[tie.from], model.lanes[tie.to]];
    if (!from || !to) return [];
    const x0 = xOf(scale, tie.at);
    const x1 = x0 + reachOf(from, to);
    if (x1 < scale.left || x0 > scale.right) return [];
    const before = from.stretches.findLast((stretch) => stretch.from < tie.at);
    const after = to.stretches.findLast((stretch) => stretch.from <= tie.at) ?? to.stretches[0];
    const ya = yOf(frame, from.band, before?.level ?? 0);
    const yb = yOf(frame, to.band, after?.level ?? 0);
    // It leaves as wide as the lane that it comes from, and lands as fine as a lane begins.
    const w = Math.min(thickness(before?.segment.weight ?? 1), 7) / 2;
    const [near, far] = [round(x0 + (x1 - x0) * 0.7), round(x0 + (x1 - x0) * 0.3)];
    return [
      {
        id: `${i}`,
        path:
          `M${x0} ${ya - w}C${round(near + w)} ${ya - w} ${round(far + w)} ${yb - 1.25} ${x1} ${yb - 1.25}` +
          `V${yb + 1.25}C${round(far - w)} ${yb + 1.25} ${round(near - w)} ${ya + w} ${x0} ${ya + w}Z`,
      },
    ];
  });
}

const within = (scale: Scale, x: number) => x >= scale.left && x <= scale.right;

/** Draws a sheet of a story. A pure function, like all here. */
export function sheetOf(model: Model, rows: Entry[][], frame: Frame, scale: Scale): Sheet {
  const drawing = { model, frame, scale };
  const all = stopsOf(drawing, rows);
  const agreed = new Set(model.story.baselines.map((meeting) => meeting.on));
  return {
    scale,
    today: xOf(scale, model.today),
    ticks: ticks(scale),
    strokes: strokes(scale, SIZE.axis - 10),
    lanes: model.lanes.flatMap((lane) => laneShape(drawing, lane) ?? []),
    ties: tiesOf(drawing),
    meetings: (rows[0] ?? []).flatMap((entry) => {
      const x = xOf(scale, entry.at);
      if (!within(scale, x)) return [];
      return [{ id: entry.id, x, agreed: agreed.has(entry.day), held: entry.held }];
    }),
    rows: all,
    stops: all.flatMap((stops) => stops.filter((stop) => within(scale, stop.x))),
  };
}

/** What is said where this much of a sheet is seen. */
export function wordsOf(model: Model, sheet: Sheet, frame: Frame, scale: Scale): Words {
  const drawing = { model, frame, scale };
  const lanes = model.lanes.flatMap((lane) => laneWords(drawing, lane) ?? []);
  const beyond = sheet.rows.slice(0, 3).map((stops, row) => {
    const count = (side: (x: number) => boolean) =>
      stops.reduce((sum, stop) => sum + (side(stop.x) ? stop.members.length : 0), 0);
    return {
      id: `${row}`,
      y: [frame.meetingsY, frame.sessionsY, frame.insightsY][row] ?? 0,
      before: count((x) => x < scale.left),
      after: count((x) => x > scale.right),
    };
  });
  const wordings = wordingsOf(model, sheet.rows.at(-1) ?? [], scale);
  return { scale, lanes, away: away(drawing, lanes), wordings, beyond };
}

/** True when a mark can be seen. */
export function isSeen(scale: Scale, stop: Stop): boolean {
  return within(scale, stop.x);
}
