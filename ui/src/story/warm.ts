import type { Entry } from './entries';
import type { Frame } from './frame';
import { sheetOf, wordsOf } from './geometry';
import type { Model } from './model';
import { perDayOf, seenScale, sheetScale } from './scale';
import { signsOf } from './signs';
import { zoom } from './view';

/** What a picture is made of at the moment. */
interface Picture {
  model: Model;
  rows: Entry[][];
  frame: Frame;
  width: number;
}

/**
 * A web view runs slowly what it has not run often, and the first steps of a zoom would be felt: the
 * picture is worked out some times unseen, in pieces of a few milliseconds, while nobody waits for it.
 * Returns how to stop.
 */
export function warm(picture: () => Picture): () => void {
  let times = 0;
  let waiting = setTimeout(once, 200);
  function once() {
    const { model, rows, frame, width } = picture();
    const part = zoom(model.whole, model.whole, 0.87 ** times, model.today);
    const scale = sheetScale(part.from, model.whole, perDayOf(part, width), width);
    const drawn = sheetOf(model, rows, frame, scale);
    wordsOf(model, drawn, frame, seenScale(scale, part, width));
    signsOf(drawn.stops);
    times += 1;
    if (times < 16) waiting = setTimeout(once, 40);
  }
  return () => clearTimeout(waiting);
}
