import { SIZE, type Frame } from './frame';
import { spanOf, type View } from './view';

/** Where time and the levels of lanes stand in one picture. */
export interface Scale {
  view: View;
  /** The edges of the frame. */
  x0: number;
  x1: number;
  perDay: number;
  frame: Frame;
}

/** One decimal is finer than a screen. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** The scale of a picture this wide that shows this much of a story. */
export function scaleOf(view: View, frame: Frame, width: number): Scale {
  const x0 = SIZE.gutter;
  const x1 = Math.max(x0 + 200, width - SIZE.right);
  return { view, x0, x1, perDay: (x1 - x0) / spanOf(view), frame };
}

/** Where a moment stands; outside the frame where it cannot be seen. */
export function xOf(scale: Scale, moment: number): number {
  return round(scale.x0 + (moment - scale.view.from) * scale.perDay);
}

/** The moment at a place. */
export function momentAt(scale: Scale, x: number): number {
  return scale.view.from + (x - scale.x0) / scale.perDay;
}

/** The middle of a lane on a level. */
export function yOf(scale: Scale, band: number, level: number): number {
  const at = scale.frame.bands[band];
  return at ? round(at.y + level * at.bend) : 0;
}
