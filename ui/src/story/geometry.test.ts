import { describe, expect, it } from 'vitest';
import { SIZE, layout, levels, rows, sponsorKnows, spread } from './geometry';
import { wrap } from './text';
import type { ShiftKind } from '../ipc/types/ShiftKind';
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
    ...over,
  };
}

function shifted(from: string, kind: ShiftKind, over: Partial<Segment> = {}): Segment {
  return segment(from, { shift: { kind, reason: '' }, ...over });
}

function lane(segments: Segment[]): Lane {
  return { goal: 'g', segments };
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

const moved = lane([
  segment('2026-02-01'),
  shifted('2026-05-01', 'morphed'),
  shifted('2026-06-01', 'clarified'),
]);
const agreed = (...days: string[]) => story([moved], { sponsor_knows: knows('agreed', ...days) });

describe('a lane', () => {
  it('bends where the meaning moved and nowhere else', () => {
    expect(levels(moved)).toEqual([0, 1, 1]);
    const [shape] = layout(story([moved]), 1000).lanes;
    const [a, b, c] = shape?.pieces ?? [];
    expect(b?.y).toBe((a?.y ?? 0) + SIZE.bend);
    expect(c?.y).toBe(b?.y);
    expect(shape?.knots).toHaveLength(2);
  });

  it('ends at today while it lasts, and goes on as dots', () => {
    const drawn = layout(story([moved]), 1000);
    const [shape] = drawn.lanes;
    expect(shape?.pieces.at(-1)?.x1).toBe(drawn.today);
    expect(shape?.onward?.x1).toBe(drawn.x1);
    expect(shape?.end).toBeNull();
  });

  it('ends where it was achieved', () => {
    const ended = lane([
      segment('2026-02-01'),
      shifted('2026-07-01', 'achieved', { status: 'achieved' }),
    ]);
    const [shape] = layout(story([ended]), 1000).lanes;
    expect(shape?.pieces).toHaveLength(1);
    expect(shape?.end?.status).toBe('achieved');
    expect(shape?.onward).toBeNull();
    expect(shape?.end?.x).toBe(shape?.pieces[0]?.x1);
  });

  it('lies below the one before it', () => {
    const [a, b] = layout(story([moved, lane([segment('2026-02-01')])]), 1000).lanes;
    const deepest = Math.max(
      ...(a?.labels ?? []).map((l) => l.y + (l.lines.length - 1) * SIZE.line),
    );
    expect(b?.top).toBeGreaterThan(deepest);
  });
});

describe('the sponsor', () => {
  it('has a baseline that stays where it was agreed, and a gap from the bend on', () => {
    const [shape] = layout(agreed('2026-03-01'), 1000).lanes;
    expect(shape?.baseline).toMatch(/^M[\d.]+ [\d.]+H[\d.]+$/);
    expect(shape?.gaps).toHaveLength(2);
    expect(sponsorKnows(agreed('2026-03-01'), 0)).toBe(false);
  });

  it('has no gap left after a new agreement', () => {
    const [before] = layout(agreed('2026-03-01'), 1000).lanes;
    const [after] = layout(agreed('2026-03-01', '2026-07-01'), 1000).lanes;
    expect(sponsorKnows(agreed('2026-03-01', '2026-07-01'), 0)).toBe(true);
    expect(after?.gaps.at(-1)).not.toBe(before?.gaps.at(-1));
  });

  it('knows what the coachee told since the meaning moved, not before', () => {
    const told = (day: string) => story([moved], { sponsor_knows: knows('told', day) });
    expect(sponsorKnows(told('2026-04-01'), 0)).toBe(false);
    expect(sponsorKnows(told('2026-05-20'), 0)).toBe(true);
    expect(layout(told('2026-05-20'), 1000).lanes[0]?.told).toHaveLength(1);
  });

  it('has no line for a goal that was never agreed or told', () => {
    const [shape] = layout(story([moved]), 1000).lanes;
    expect(shape?.baseline).toBeNull();
    expect(shape?.gaps).toEqual([]);
  });
});

describe('joins', () => {
  it('lead from a replaced goal to the one in its place, once', () => {
    const old = lane([
      segment('2026-02-01'),
      shifted('2026-04-01', 'replaced', { status: 'replaced', joins: [1] }),
    ]);
    const fresh = lane([segment('2026-04-01', { joins: [0] })]);
    const drawn = layout(story([old, fresh]), 1000);
    expect(drawn.joins).toHaveLength(1);
    const end = /([\d.]+) ([\d.]+)$/.exec(drawn.joins[0]?.path ?? '');
    expect(Number(end?.[2])).toBe(drawn.lanes[1]?.pieces[0]?.y);
    expect(Number(end?.[1])).toBe(drawn.lanes[1]?.pieces[0]?.x0);
  });

  it('ignore lanes that do not exist', () => {
    expect(layout(story([lane([segment('2026-02-01', { joins: [7, 0] })])]), 1000).joins).toEqual(
      [],
    );
  });
});

describe('the picture', () => {
  it('can be drawn of nothing at all', () => {
    const drawn = layout(story([]), 600);
    expect(drawn.lanes).toEqual([]);
    expect(drawn.height).toBeGreaterThan(0);
  });

  it('names the months, and fewer of them in a longer story', () => {
    expect(layout(story([]), 1000).months.length).toBeLessThanOrEqual(12);
    const long = layout(story([], { from: '2020-01-01', to: '2026-12-31' }), 1000).months;
    expect(long.length).toBeLessThanOrEqual(15);
    expect(long[0]?.year).toBe(true);
  });

  it('contains no NaN', () => {
    const drawn = layout(story([moved], { today: '2026-01-01' }), 320);
    expect(JSON.stringify(drawn)).not.toContain('NaN');
    expect(drawn.lanes[0]?.pieces.every((piece) => piece.x1 > piece.x0)).toBe(true);
  });
});

describe('what the sponsor knows', () => {
  it('stands before its mark near the right edge, and inside the picture', () => {
    const late = [
      { on: '2026-12-20', lane: null, wording: 'w'.repeat(30), how: 'told', replaces: false },
    ] as Known[];
    const [early] = layout(agreed('2026-03-01'), 1000).known;
    const [end] = layout(story([], { sponsor_knows: late }), 1000).known;
    expect(early?.before).toBe(false);
    expect(end?.before).toBe(true);
    expect(end?.text).toBe('w'.repeat(30));
  });
});

describe('text', () => {
  it('goes into rows that do not overlap', () => {
    expect(
      rows([
        { x: 0, width: 100 },
        { x: 50, width: 10 },
        { x: 60, width: 10 },
        { x: 200, width: 10 },
      ]),
    ).toEqual([0, 1, 2, 0]);
  });

  it('is wrapped, cut with an ellipsis, or left out', () => {
    expect(wrap('Speak while it is still unfinished', 130, 15, 2)).toEqual([
      'Speak while it is',
      'still unfinished',
    ]);
    expect(wrap('Speak while it is still unfinished and open', 130, 15, 2).at(-1)).toMatch(/…$/);
    expect(wrap('Speak', 20, 15, 2)).toEqual([]);
    expect(wrap('x'.repeat(500), 130, 15, 1)[0]).toHaveLength(17);
  });

  it('keeps marks apart and in order', () => {
    expect(spread([10, 12, 40], 13)).toEqual([10, 23, 40]);
  });
});
