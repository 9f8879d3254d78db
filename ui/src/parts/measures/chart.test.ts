import { describe, expect, it } from 'vitest';
import type { MeasuredGoal } from '../../ipc/types/MeasuredGoal';
import type { SeriesCard } from '../../ipc/types/SeriesCard';
import { addDays } from '../../lib/days';
import { boxOf, kindsOf, layout, neighbour } from './chart';

const FROM = '2026-03-01';
const TO = '2026-09-01';

function series(more: Partial<SeriesCard>): SeriesCard {
  return {
    from: FROM,
    until: null,
    title: 'Speak earlier',
    broken_by: null,
    bends: [],
    scores: [],
    ratings: [],
    pulses: [],
    ...more,
  };
}

const score = (on: string, level: number) => ({
  id: `s${on}`,
  on,
  level,
  meaning: '',
  words: '',
  session: null,
});
const pulse = (on: string, tenths: number, closed = true) => ({
  round: `r${on}`,
  on,
  closed,
  figure: { raters: 6, tenths, seen_by: [], unseen_by: [] },
});

function goal(...all: SeriesCard[]): MeasuredGoal {
  return {
    goal: 'g',
    title: 'Speak earlier',
    weight: 2,
    status: 'active',
    goes_on: true,
    agreed: true,
    version: 'v',
    version_on: FROM,
    measure: '',
    levels: null,
    series: all,
  };
}

const moved = goal(
  series({
    until: '2026-06-01',
    scores: [score('2026-04-01', -1), score('2026-05-01', 0)],
    pulses: [pulse('2026-05-15', 8)],
    bends: [{ on: '2026-04-15', kind: 'clarified', reason: '', title: 'Speak earlier' }],
  }),
  series({
    from: '2026-06-01',
    broken_by: {
      on: '2026-06-01',
      kind: 'morphed',
      reason: 'I noticed that being early was never the point of it.',
      title: 'Ask',
    },
    scores: [score('2026-07-01', -2), score('2026-08-01', 2)],
    pulses: [pulse('2026-08-15', 14), pulse('2026-08-30', 3, false)],
  }),
);

describe('the chart of a goal', () => {
  const chart = layout(moved, FROM, TO, 900);
  const [scores, pulses] = chart.panels;

  it('has a panel for what was measured, and for nothing else', () => {
    expect(kindsOf(moved)).toEqual(['score', 'pulse']);
    expect(chart.panels.map((panel) => panel.kind)).toEqual(['score', 'pulse']);
    expect(layout(goal(series({})), FROM, TO, 900).panels).toEqual([]);
  });

  it('breaks every line where the goal shifted', () => {
    const [at] = chart.breaks;
    expect(at?.kind).toBe('morphed');
    expect(scores?.lines).toHaveLength(2);
    for (const line of scores?.lines ?? []) {
      const xs = [...line.matchAll(/[ML]([\d.]+) /g)].map((found) => Number(found[1]));
      const before = xs.every((x) => x < (at?.x ?? 0));
      const after = xs.every((x) => x > (at?.x ?? 0));
      expect(before || after).toBe(true);
    }
  });

  it('says the reason at the break, inside the picture', () => {
    const [at] = chart.breaks;
    expect(at?.lines.join(' ')).toContain('I noticed');
    expect(at?.textX).toBeGreaterThan(at?.x ?? 0);
    const late = layout(
      goal(
        series({ until: '2026-08-28', scores: [score('2026-04-01', 0)] }),
        series({
          from: '2026-08-28',
          broken_by: {
            on: '2026-08-28',
            kind: 're-scoped',
            reason: 'Less is enough now.',
            title: '',
          },
        }),
      ),
      FROM,
      TO,
      900,
    ).breaks[0];
    expect(late?.side).toBe('before');
    expect(late?.lines.join(' ')).toContain('Less is enough');
  });

  it('marks a shift that left the meaning by a tick, and breaks nothing there', () => {
    expect(chart.ticks.map((tick) => tick.kind)).toEqual(['clarified']);
    expect(chart.breaks).toHaveLength(1);
  });

  it('puts the ends of each scale on the ends of its panel', () => {
    const [low, high] = [
      scores?.points.find((p) => p.value === -2),
      scores?.points.find((p) => p.value === 2),
    ];
    expect(high?.y).toBe(scores?.top);
    expect(low?.y).toBe((scores?.top ?? 0) + (scores?.height ?? 0));
    expect(scores?.zero).toBe((scores?.top ?? 0) + (scores?.height ?? 0) / 2);
  });

  it('joins an open round to nothing: it does not count yet', () => {
    expect(pulses?.points.map((point) => point.open)).toEqual([false, false, true]);
    expect(pulses?.lines).toEqual([]);
  });

  it('keeps every point in the picture at any width', () => {
    for (const width of [320, 640, 1100]) {
      const drawn = layout(moved, FROM, TO, width);
      for (const point of drawn.panels.flatMap((panel) => panel.points)) {
        expect(point.x).toBeGreaterThanOrEqual(drawn.left);
        expect(point.x).toBeLessThanOrEqual(drawn.right);
        expect(point.y).toBeLessThan(drawn.height);
      }
    }
  });

  it('is walked along a panel and between panels with arrow keys', () => {
    const first = scores?.points[0];
    if (!first) throw new Error('there are points');
    const second = neighbour(chart.panels, first, 'ArrowRight');
    expect(second?.day).toBe('2026-05-01');
    if (!second) throw new Error('there are points');
    expect(neighbour(chart.panels, second, 'ArrowDown')?.day).toBe('2026-05-15');
    expect(neighbour(chart.panels, first, 'ArrowLeft')).toBeNull();
    expect(neighbour(chart.panels, first, 'ArrowUp')).toBeNull();
  });

  it('lets no two numbers meet, however near one another and the edge their points are', () => {
    for (let days = 0; days <= 30; days += 1) {
      for (const width of [420, 700, 900]) {
        const near = goal(
          series({
            pulses: [0, 1, 2, 3].map((n) => pulse(addDays(TO, -n * days), (n * 17) % 50)),
            ratings: [],
          }),
        );
        const drawn = layout(near, FROM, TO, width);
        const boxes = drawn.panels
          .flatMap((panel) => panel.points)
          .flatMap((point) => (point.label ? [boxOf(point, point.label)] : []));
        expect(boxes.length).toBeGreaterThan(0);
        boxes.forEach((a, i) => {
          expect(a.x1).toBeLessThanOrEqual(drawn.width);
          for (const b of boxes.slice(i + 1))
            expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
        });
      }
    }
  });
});
