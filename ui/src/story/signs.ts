import { CHAIRS } from '../lib/chairs';
import { numberPath, numberWidth } from './digits';
import type { Stop } from './geometry';
import { round } from './scale';

/** How a sign is drawn, but for its colour: filled, open, as a line, a quotation, chairs, or a number. */
export type Look = 'full' | 'open' | 'many' | 'begin' | 'tick' | 'quote' | 'chairs' | 'count';

/** All signs that look the same, as one path: there is little to change when one zooms. */
export interface Drawn {
  chair: 'two' | 'three';
  look: Look;
  path: string;
}

const circle = (x: number, y: number, r: number) =>
  `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const diamond = (x: number, y: number) => `M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5Z`;

/** The mark of a quotation, as the bundled serif draws it. */
const QUOTE =
  'm-5-2c0 .8 .1 1.5 .4 2.2c.5 .4 1 .6 1.7 .6c1.1 0 1.9-.7 1.9-1.8c0-.8-.2-1.4-1.1-2.1l-1-.8c.6-1.3 1.5-2.2 2.7-3l-.6-.9c-2.3 1.2-4 3.4-4 5.8zm5.8 0c0 .8 .2 1.5 .5 2.2c.4 .4 1 .6 1.7 .6c1 0 1.8-.7 1.8-1.8c0-.8-.2-1.4-1-2.1l-1.1-.8c.6-1.3 1.6-2.2 2.7-3l-.5-.9c-2.4 1.2-4.1 3.4-4.1 5.8z';

/** How many marks one stands for: within its circle, or beside a sign that is none. */
function count({ x, y, members }: Stop): string {
  const n = members.length;
  if (n < 2) return '';
  const sign = members[0]?.sign;
  if (sign === 'meeting') return numberPath(n, x + 19, round(y - 4.3));
  if (sign === 'insight') return numberPath(n, x + 3, round(y + 3.7));
  return numberPath(n, x - numberWidth(n) / 2, round(y + 3.7));
}

/** Chairs, from their left upper corner. */
export const chairsAt = (chair: 'two' | 'three', x: number, y: number) =>
  `M${round(x)} ${round(y)}${CHAIRS[chair].path}`;

/** The sign of one stop. */
function shapes({ x, y, members }: Stop): [Look, string][] {
  const [first] = members;
  if (!first) return [];
  if (first.sign === 'meeting') return [['chairs', chairsAt('three', x - 17, y - 8)]];
  if (first.sign === 'insight')
    return [['quote', `M${round(members.length > 1 ? x - 4 : x)} ${y}${QUOTE}`]];
  if (members.length > 1) return [['many', circle(x, y, 9)]];
  const held: Look = first.held ? 'full' : 'open';
  switch (first.sign) {
    case 'session':
      return [[held, circle(x, y, 3.5)]];
    case 'knot':
      return [['open', circle(x, y, 5)]];
    case 'begin':
      return [['begin', `M${x} ${y - 5.5}v11`]];
    case 'end':
      return first.held
        ? [
            ['full', circle(x, y, 6.5)],
            ['tick', `M${round(x - 3)} ${y}l2 2.5 4.2-5`],
          ]
        : [['open', circle(x, y, 6.5)]];
    case 'agreed':
      return [['full', diamond(x, y)]];
    case 'told':
      return [['open', diamond(x, y)]];
    case 'handed-over':
      return [['open', `M${round(x - 3.5)} ${y - 4.5}h5l2 2v7h-7z`]];
  }
}

const LOOKS: Look[] = ['full', 'open', 'many', 'begin', 'tick', 'quote', 'chairs', 'count'];

/** The signs of all stops, and all numbers: one path for each look and colour. */
export function signsOf(stops: Stop[]): Drawn[] {
  const paths = { two: new Map<Look, string>(), three: new Map<Look, string>() };
  for (const stop of stops) {
    const of = paths[stop.members[0]?.chair ?? 'two'];
    for (const [look, path] of shapes(stop)) of.set(look, (of.get(look) ?? '') + path);
    of.set('count', (of.get('count') ?? '') + count(stop));
  }
  return (['two', 'three'] as const).flatMap((chair) =>
    LOOKS.map((look) => ({ chair, look, path: paths[chair].get(look) ?? '' })),
  );
}
