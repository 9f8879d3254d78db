import { describe, expect, it } from 'vitest';
import { gather } from './gather';
import { chance } from './made';
import { fit, widthOf, wrap } from './text';
import { around, dayAt, isWhole, numberOf, pan, reveal, spanOf, within, zoom } from './view';

const whole = { from: 0, to: 1096 };

describe('what can be seen', () => {
  it('is the same after zooming in and out again', () => {
    const next = chance(7);
    for (let i = 0; i < 400; i += 1) {
      const span = 60 + next() * 200;
      const from = 300 + next() * 300;
      const view = { from, to: from + span };
      const about = from + next() * span;
      const factor = 0.4 + next() * 0.55;
      const back = zoom(zoom(view, whole, factor, about), whole, 1 / factor, about);
      expect(back.from).toBeCloseTo(view.from, 6);
      expect(back.to).toBeCloseTo(view.to, 6);
    }
  });

  it('keeps the moment in its place while it zooms', () => {
    const view = zoom({ from: 100, to: 300 }, whole, 0.5, 150);
    expect((150 - view.from) / spanOf(view)).toBeCloseTo(0.25);
  });

  it('is never less than a week, more than all, or beside it', () => {
    const next = chance(11);
    for (let i = 0; i < 400; i += 1) {
      const from = next() * 1000;
      let view = within({ from, to: from + next() * 1000 }, whole);
      view = zoom(view, whole, 2 ** (next() * 12 - 6), next() * 1096);
      view = pan(view, whole, (next() - 0.5) * 3000);
      expect(view.from).toBeGreaterThanOrEqual(0);
      expect(view.to).toBeLessThanOrEqual(1096 + 1e-9);
      expect(spanOf(view)).toBeGreaterThanOrEqual(7 - 1e-9);
    }
    expect(isWhole(zoom(whole, whole, 4, 500), whole)).toBe(true);
    expect(within({ from: 0, to: 3 }, { from: 0, to: 5 })).toEqual({ from: 0, to: 5 });
  });

  it('moves no further than needed to show a moment', () => {
    const view = { from: 100, to: 200 };
    expect(reveal(view, whole, 150)).toBe(view);
    expect(reveal(view, whole, 250).to).toBeCloseTo(256);
    expect(reveal(view, whole, 50).from).toBeCloseTo(44);
    expect(around(whole, 30, 5)).toEqual({ from: 0, to: 30 });
  });

  it('counts days as the calendar does', () => {
    expect(dayAt(numberOf('2026-03-29') + 0.9)).toBe('2026-03-29');
    expect(numberOf('2028-03-01') - numberOf('2028-02-28')).toBe(2);
  });
});

describe('marks that are gathered', () => {
  it('lose none, keep their order, and leave those apart that do not touch', () => {
    const next = chance(3);
    for (let i = 0; i < 200; i += 1) {
      const room = { reach: 2 + next() * 15, counted: 18 };
      const xs = Array.from({ length: 40 }, () => next() * 1500).sort((a, b) => a - b);
      const out = gather(xs, (x) => x, room);
      expect(out.flatMap((one) => one.members)).toEqual(xs);
      out.slice(1).forEach((one, k) => {
        const before = out[k] as (typeof out)[number];
        const reach = (members: unknown[]) => (members.length > 1 ? room.counted : room.reach);
        expect(one.x - reach(one.members)).toBeGreaterThan(before.x + reach(before.members));
      });
    }
    expect(gather([0, 40, 80], (x) => x, { reach: 4, counted: 9 })).toHaveLength(3);
    expect(gather([], (x: number) => x, { reach: 4, counted: 9 })).toEqual([]);
  });
});

describe('text', () => {
  it('is wrapped, cut with an ellipsis, or left out', () => {
    expect(wrap('Speak while it is still unfinished', 130, 15, 2)).toEqual([
      'Speak while it is',
      'still unfinished',
    ]);
    expect(wrap('Speak while it is still unfinished and open', 130, 15, 2).at(-1)).toMatch(/…$/);
    expect(wrap('Speak', 20, 15, 2)).toEqual([]);
    expect(fit('x'.repeat(500), 130, 15)).toMatch(/^x+…$/);
  });

  it('is never wider than its room, in any script', () => {
    const next = chance(5);
    const texts = [
      'Lead the three sites',
      'Über Größe',
      '取締役会で話す',
      'Ж'.repeat(30),
      'é'.repeat(40),
    ];
    for (let i = 0; i < 300; i += 1) {
      const width = 40 + next() * 400;
      for (const text of texts)
        for (const line of wrap(text.repeat(1 + (i % 3)), width, 15, 2))
          expect(widthOf(line, 15)).toBeLessThanOrEqual(width + 0.01);
    }
    expect(widthOf('é', 15)).toBe(widthOf('e', 15));
    expect(widthOf('役', 10)).toBe(10);
  });
});
