import { describe, expect, it } from 'vitest';
import type { ShiftKind } from '../ipc/types/ShiftKind';
import { entriesOf } from './entries';
import { frameOf, thickness, type Frame } from './frame';
import { isSeen, sheetOf, wordsOf, type Sheet, type Words } from './geometry';
import { CAPTION, type LaneShape, type LaneWords } from './lanes';
import { chance, made } from './made';
import { levels, modelOf } from './model';
import { perDayOf, seenScale, sheetFrom, sheetScale, xOf, type Scale } from './scale';
import { SIZE } from './size';
import { widthOf } from './text';
import { TICK } from './ticks';
import { numberOf, type View } from './view';
import type { Known, Lane, Segment, Story } from './types';

function segment(from: string, over: Partial<Segment> = {}): Segment {
  return {
    from,
    to: null,
    title: `Goal since ${from}`,
    version: `v-${from}`,
    words: '',
    status: 'active',
    weight: 2,
    shift: null,
    joins: [],
    session: null,
    ...over,
  };
}

function shifted(from: string, kind: ShiftKind, over: Partial<Segment> = {}): Segment {
  return segment(from, { shift: { kind, prompt: 'unsaid', reason: '' }, ...over });
}

/** A lane of these versions, each up to the next. */
function lane(segments: Segment[]): Lane {
  return {
    goal: 'g',
    segments: segments.map((one, i) => ({ ...one, to: segments[i + 1]?.from ?? null })),
  };
}

/** Something that reached the sponsor about the first lane. */
function knows(how: Known['how'], ...days: string[]): Known[] {
  return days.map((on) => ({ on, lane: 0, wording: 'w', how, replaces: false }));
}

function story(lanes: Lane[], over: Partial<Story> = {}): Story {
  return {
    from: '2026-01-01',
    to: '2026-12-31',
    today: '2026-09-01',
    lanes,
    marks: [],
    baselines: [],
    sponsor_knows: [],
    ...over,
  };
}

type Drawn = Omit<Sheet, 'scale' | 'lanes'> &
  Omit<Words, 'lanes'> & {
    lanes: (LaneShape & LaneWords)[];
    frame: Frame;
    sheet: Scale;
  };

/** All that can be seen of a story in a picture of this width. */
function draw(of: Story, width = 1000, view?: View): Drawn {
  const model = modelOf(of);
  const frame = frameOf(model, width);
  const shown = view ?? model.whole;
  const perDay = perDayOf(shown, width);
  const scale = sheetScale(
    sheetFrom(shown, model.whole, perDay, width),
    model.whole,
    perDay,
    width,
  );
  const sheet = sheetOf(model, entriesOf(model), frame, scale);
  const words = wordsOf(model, sheet, frame, seenScale(scale, shown, width));
  const lanes = words.lanes.map((lane) => {
    const shape = sheet.lanes.find((other) => other.id === lane.id);
    if (!shape) throw new Error('words without a lane');
    return { ...shape, ...lane };
  });
  const stops = sheet.stops.filter((stop) => isSeen(words.scale, stop));
  return { ...sheet, ...words, lanes, stops, frame, sheet: scale };
}

const moved = lane([
  segment('2026-02-01'),
  shifted('2026-05-01', 'morphed'),
  shifted('2026-06-01', 'clarified'),
]);
const agreed = (...days: string[]) => story([moved], { sponsor_knows: knows('agreed', ...days) });

describe('a lane', () => {
  it('bends where the meaning moved and nowhere else', () => {
    expect(levels(moved)).toEqual([0, 1, 1]);
    const { frame, lanes } = draw(story([moved]), 1800);
    expect(frame.bands[0]?.bend).toBe(SIZE.bend);
    const [a, b, c] = lanes[0]?.labels ?? [];
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBe(SIZE.bend);
    expect(c?.y).toBe(b?.y);
  });

  it('ends where it was achieved, and goes on as dots while it lasts', () => {
    const ended = lane([
      segment('2026-02-01'),
      shifted('2026-07-01', 'achieved', { status: 'achieved' }),
    ]);
    const [over, goes] = draw(story([ended, moved])).lanes;
    expect(over?.pieces).toHaveLength(1);
    expect(over?.onward).toBeNull();
    expect(goes?.onward).not.toBeNull();
  });

  it('is followed by what it became, however late that began', () => {
    const old = lane([
      segment('2026-02-01'),
      shifted('2026-08-01', 'replaced', { status: 'replaced', joins: [2] }),
    ]);
    const of = story([old, moved, lane([segment('2026-08-01', { joins: [0] })])]);
    expect(modelOf(of).lanes.map(({ band }) => band)).toEqual([0, 2, 1]);
    expect(draw(of).ties).toHaveLength(1);
  });

  it('keeps its place when ties go in a circle or nowhere', () => {
    const round = (to: number) =>
      lane([segment('2026-02-01'), shifted('2026-04-01', 'merged', { joins: [to, 9] })]);
    expect(
      modelOf(story([round(1), round(0)]))
        .lanes.map(({ band }) => band)
        .sort(),
    ).toEqual([0, 1]);
  });
});

describe('the sponsor', () => {
  it('has a line that stays where it was agreed, and a gap from the bend on', () => {
    const [shape] = draw(agreed('2026-03-01')).lanes;
    expect(shape?.rails).toHaveLength(1);
    expect(shape?.gaps).toHaveLength(2);
    expect(shape?.captions.map((caption) => caption.text)).toEqual(['as agreed Mar 1']);
    expect(shape?.model.known).toBe(false);
  });

  it('has no gap left after a new agreement', () => {
    const [lane] = modelOf(agreed('2026-03-01', '2026-07-01')).lanes;
    expect(lane?.known).toBe(true);
    expect(Math.max(...(lane?.gaps.map((gap) => gap.to) ?? []))).toBe(numberOf('2026-07-01'));
  });

  it('knows what the coachee told since the meaning moved, not before', () => {
    const told = (day: string) => modelOf(story([moved], { sponsor_knows: knows('told', day) }));
    expect(told('2026-04-01').lanes[0]?.known).toBe(false);
    expect(told('2026-05-20').lanes[0]?.known).toBe(true);
    expect(told('2026-05-20').lanes[0]?.steps[0]?.agreed).toBe(false);
  });

  it('has nothing of a goal that began after they agreed to others', () => {
    const fresh = lane([segment('2026-06-01')]);
    const [, unheard] = modelOf({ ...agreed('2026-03-01'), lanes: [moved, fresh] }).lanes;
    expect(unheard?.steps).toEqual([]);
    expect(unheard?.gaps).toMatchObject([{ step: null, from: numberOf('2026-06-01') }]);
    // Before anything was agreed, nothing was to be known.
    expect(modelOf(story([moved])).lanes[0]?.gaps).toEqual([]);
  });

  it('goes on believing in a goal that is over, until a meeting drops it', () => {
    const over = lane([
      segment('2026-02-01'),
      shifted('2026-05-01', 'let-go', { status: 'let-go' }),
    ]);
    const of = story([over], { sponsor_knows: knows('agreed', '2026-03-01') });
    expect(modelOf(of).lanes[0]?.gaps).toMatchObject([{ level: null, to: numberOf(of.today) }]);
    const later = { on: '2026-07-01', kind: 'mid-point', lanes: [], sponsor: true } as const;
    const dropped = modelOf({ ...of, baselines: [{ ...later, lanes: [] }] }).lanes[0];
    expect(dropped?.gaps).toMatchObject([{ to: numberOf('2026-07-01') }]);
    const without = modelOf({ ...of, baselines: [{ ...later, lanes: [], sponsor: false }] });
    expect(without.lanes[0]?.gaps).toMatchObject([{ to: numberOf(of.today) }]);
  });
});

interface Box {
  what: string;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Every text of a picture, as the room that it takes. */
function texts(shape: Drawn): Box[] {
  const box = (what: string, text: string, x: number, y: number, size: number, face: Face) => ({
    what: `${what} ${text}`,
    x0: x,
    x1: x + widthOf(text, size, face),
    y0: y - size * 0.8,
    y1: y + size * 0.22,
  });
  type Face = 'serif' | 'sans';
  return [
    ...shape.ticks
      .filter((tick) => tick.text !== '')
      .map((tick) => box('tick', tick.text, tick.x + 4, 13, TICK, 'sans')),
    ...shape.lanes.flatMap((one) => [
      ...one.labels.flatMap((label) =>
        label.lines.map((line, i) =>
          box('title', line, label.x, label.y + i * SIZE.line, SIZE.title, 'serif'),
        ),
      ),
      ...one.captions.map((caption) =>
        box('caption', caption.text, caption.x, caption.y, CAPTION, 'sans'),
      ),
    ]),
    ...shape.away.map((one) => box('away', one.text, one.x, one.y, SIZE.title, 'serif')),
    ...shape.wordings.flatMap((wording) =>
      wording.lines.map((line, i) =>
        box('wording', line, wording.x, wording.y + i * SIZE.knownRow, SIZE.title, 'serif'),
      ),
    ),
  ];
}

const meet = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Stories of all sizes, in all widths, seen whole and in parts. */
const CASES = Array.from({ length: 60 }, (_, seed) => {
  const next = chance(seed + 1);
  const of = made(seed, {
    days: 20 + Math.floor(next() * 1400),
    sessions: Math.floor(next() * 150),
    insights: Math.floor(next() * 80),
    meetings: 1 + Math.floor(next() * 12),
    versions: 1 + Math.floor(next() * 44),
  });
  const { whole } = modelOf(of);
  const span = Math.max(7, (whole.to - whole.from) * next() ** 2);
  const from = whole.from + next() * (whole.to - whole.from - span);
  const view = seed % 3 === 0 ? whole : { from, to: from + span };
  return { seed, of, view, width: 420 + Math.floor(next() * 1400) };
});

describe.each(CASES)('the picture of story $seed', ({ of, view, width }) => {
  const shape = draw(of, width, view);

  it('has no two texts that meet', () => {
    const all = texts(shape);
    const met = all.flatMap((a, i) =>
      all.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.what} / ${b.what}`] : [])),
    );
    expect(met).toEqual([]);
  });

  it('has no two marks of a row that touch, and loses none', () => {
    for (const row of new Set(shape.stops.map((stop) => stop.row))) {
      const stops = shape.stops.filter((stop) => stop.row === row);
      stops.slice(1).forEach((stop, i) => {
        const reach = (members: number) => (members > 1 ? 9 : 3.5);
        const before = stops[i] as (typeof stops)[number];
        expect(stop.x - reach(stop.members.length)).toBeGreaterThan(
          before.x + reach(before.members.length),
        );
      });
    }
    const whole = draw(of, width);
    const ids = whole.stops.flatMap((stop) => stop.members.map((member) => member.id));
    expect(ids.sort()).toEqual(
      entriesOf(modelOf(of))
        .flat()
        .map((entry) => entry.id)
        .sort(),
    );
    for (const row of shape.beyond) {
      const seen = shape.stops.filter((stop) => `${stop.row}` === row.id);
      const count = seen.reduce((sum, stop) => sum + stop.members.length, 0);
      const all = entriesOf(modelOf(of))[Number(row.id)]?.length ?? 0;
      expect(count + row.before + row.after).toBe(all);
    }
  });

  it('draws nothing outside of its frame', () => {
    const { left: x0, right: x1 } = shape.scale;
    for (const stop of shape.stops) {
      expect(stop.x).toBeGreaterThanOrEqual(x0);
      expect(stop.x).toBeLessThanOrEqual(x1);
    }
    // The names of days are cut by the glass; whatever else is said keeps within it.
    for (const box of texts(shape).filter(({ what }) => !what.startsWith('tick'))) {
      expect(box.x0).toBeGreaterThanOrEqual(x0 - 1);
      expect(box.x1).toBeLessThanOrEqual(x1 + 1);
      expect(box.y0).toBeGreaterThanOrEqual(0);
      expect(box.y1).toBeLessThanOrEqual(shape.frame.height);
    }
    // A bend may begin a little beyond the sheet, whose edge the glass never shows.
    const numbers = shape.lanes.flatMap((one) => [
      ...one.pieces.flatMap(({ path }) => [...path.matchAll(/[MH](-?[\d.]+)/g)].map((m) => m[1])),
      ...one.rails.flatMap(({ path }) => [...path.matchAll(/[MH](-?[\d.]+)/g)].map((m) => m[1])),
    ]);
    for (const x of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(-36);
      expect(Number(x)).toBeLessThanOrEqual(shape.sheet.right + 36);
    }
    const paths = shape.lanes.flatMap((one) => [...one.pieces, ...one.gaps, ...one.rails]);
    expect([...paths, ...shape.ties].filter(({ path }) => path.includes('NaN'))).toEqual([]);
  });

  it('runs from left to right with time', () => {
    for (let day = view.from; day < view.to; day += (view.to - view.from) / 9)
      expect(xOf(shape.scale, day + 1)).toBeGreaterThan(xOf(shape.scale, day));
  });

  it('gathers the same marks wherever it is moved', () => {
    const whole = modelOf(of).whole;
    const span = view.to - view.from;
    const other = { from: whole.from, to: whole.from + span };
    const groups = (at: View) =>
      new Map(
        draw(of, width, at).stops.map((stop) => [stop.id, stop.members.map((member) => member.id)]),
      );
    const here = groups(view);
    for (const [id, members] of groups(other)) {
      const same = here.get(id);
      if (same) expect(same).toEqual(members);
    }
  });

  it('stands as high, whatever part of it is seen', () => {
    expect(draw(of, width).frame.height).toBe(shape.frame.height);
    expect(draw(of, width).frame).toEqual(shape.frame);
  });
});

describe('the picture', () => {
  it('can be drawn of nothing at all', () => {
    const drawn = draw(story([]), 600);
    expect(drawn.lanes).toEqual([]);
    expect(drawn.frame.height).toBeGreaterThan(0);
  });

  it('names years in a long story, months in a year, weeks and days in less', () => {
    const names = (of: Story, view?: View) => {
      const { ticks, scale } = draw(of, 1000, view);
      const seen = ticks.filter((tick) => tick.x >= scale.left && tick.x <= scale.right);
      return seen.map((tick) => tick.text).filter(Boolean);
    };
    const long = story([], { from: '2010-01-01', to: '2026-12-31' });
    expect(names(long)[0]).toMatch(/^20\d\d$/);
    expect(names(story([]))[1]).toMatch(/^Feb/);
    const at = numberOf('2026-05-04');
    expect(names(story([]), { from: at, to: at + 30 })).toHaveLength(5);
    expect(names(story([]), { from: at, to: at + 7 })).toHaveLength(8);
  });

  it('draws a heavier goal as a thicker lane', () => {
    expect([1, 2, 3, 4].map(thickness)).toEqual([5, 7, 9, 11]);
  });
});
