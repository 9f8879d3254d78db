import { SIZE } from './size';
import { spanOf, type View } from './view';

/** Where time stands in one picture. */
export interface Scale {
  view: View;
  /** The edges of the frame. */
  x0: number;
  x1: number;
  perDay: number;
}

/** One decimal is finer than a screen. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** The scale of a picture this wide that shows this much of a story. */
export function scaleOf(view: View, width: number): Scale {
  const x0 = SIZE.gutter;
  const x1 = Math.max(x0 + 200, width - SIZE.right);
  return { view, x0, x1, perDay: (x1 - x0) / spanOf(view) };
}

/** Where a moment stands; outside the frame where it cannot be seen. */
export function xOf(scale: Scale, moment: number): number {
  return round(scale.x0 + (moment - scale.view.from) * scale.perDay);
}

/** The moment at a place. */
export function momentAt(scale: Scale, x: number): number {
  return scale.view.from + (x - scale.x0) / scale.perDay;
}
