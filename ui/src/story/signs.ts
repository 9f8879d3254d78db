import { numberPath, numberWidth } from './digits';
import type { Stop } from './geometry';
import { round } from './scale';

/** How a sign is drawn, but for its colour: it is filled, it is open, it is a line, or a number. */
export type Look = 'full' | 'open' | 'many' | 'begin' | 'tick' | 'count';

/** All signs that look the same, as one path: there is little to change when one zooms. */
export interface Drawn {
  chair: 'two' | 'three';
  look: Look;
  path: string;
}

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
const diamond = (x: number, y: number) => `M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5Z`;

/** How many marks one stands for: within its circle, or beside a sign that is none. */
function count({ x, y, members }: Stop): string {
  const n = members.length;
  if (n < 2) return '';
  const sign = members[0]?.sign;
  if (sign === 'meeting') return numberPath(n, x + 19, round(y - 4.3));
  if (sign === 'insight') return numberPath(n, x + 3, round(y + 3.7));
  return numberPath(n, x - numberWidth(n) / 2, round(y + 3.7));
}

/** The sign of one stop; nothing for those that are drawn by themselves. */
function shapes({ x, y, members }: Stop): [Look, string][] {
  const [first] = members;
  if (!first || first.sign === 'meeting' || first.sign === 'insight') return [];
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
            ['tick', `M${x - 3} ${y}l2 2.5 4.2-5`],
          ]
        : [['open', circle(x, y, 6.5)]];
    case 'agreed':
      return [['full', diamond(x, y)]];
    case 'told':
      return [['open', diamond(x, y)]];
    case 'handed-over':
      return [['open', `M${x - 3.5} ${y - 4.5}h5l2 2v7h-7z`]];
  }
}

const LOOKS: Look[] = ['full', 'open', 'many', 'begin', 'tick', 'count'];

/** The signs of all stops but meetings and insights, and all numbers: one path for each look and colour. */
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
