import { SIZE } from './size';
import { spanOf, type View } from './view';

/**
 * Where time stands on the sheet that is drawn: it holds more than can be seen, so that moving
 * sideways moves the sheet and draws nothing again.
 */
export interface Scale {
  perDay: number;
  /** The moment at the sheet's left edge. */
  from: number;
  /** The edges, on the sheet, of what is worked out with this scale. */
  left: number;
  right: number;
}

/** One decimal is finer than a screen. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** How wide the window is through which the sheet is seen. */
export function glassOf(width: number): number {
  return Math.max(200, width - SIZE.gutter - SIZE.right);
}

/** How many pixels a day takes; rounded, so that it stays the same while one moves sideways. */
export function perDayOf(view: View, width: number): number {
  return Math.round((glassOf(width) / spanOf(view)) * 1e6) / 1e6;
}

/** Where the sheet begins: it reaches over two windows, of which the first holds the view's edge. */
export function sheetFrom(view: View, whole: View, perDay: number, width: number): number {
  const days = glassOf(width) / perDay;
  return whole.from + Math.max(0, Math.floor((view.from - whole.from) / days + 1e-6)) * days;
}

/** The scale of a whole sheet. */
export function sheetScale(from: number, whole: View, perDay: number, width: number): Scale {
  const right = Math.min(2 * glassOf(width), (whole.to - from) * perDay);
  return { perDay, from, left: 0, right: Math.max(right, glassOf(width)) };
}

/** The scale of what can be seen of a sheet. */
export function seenScale(sheet: Scale, view: View, width: number): Scale {
  const left = round((view.from - sheet.from) * sheet.perDay);
  return { ...sheet, left, right: left + glassOf(width) };
}

/** Where a moment stands on the sheet. */
export function xOf(scale: Scale, moment: number): number {
  return round((moment - scale.from) * scale.perDay);
}

/** The moment at a place of the sheet. */
export function momentAt(scale: Scale, x: number): number {
  return scale.from + x / scale.perDay;
}
