import type { Entry } from './entries';
import type { Stop } from './geometry';

function near<T>(all: T[], distance: (one: T) => number): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const one of all) {
    const far = distance(one);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

/**
 * Where a key leads from a mark: along its row, also to what cannot be seen yet, or to the nearest
 * mark of the next row that has one, first of all one that can be seen.
 */
export function neighbour(
  rows: Entry[][],
  seen: Stop[],
  from: Stop,
  key: string,
): Entry | undefined {
  const row = rows[from.row] ?? [];
  const [first, last] = [from.members[0], from.members.at(-1)];
  if (!first || !last) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return row[row.indexOf(first) - 1];
    case 'ArrowRight':
      return row[row.indexOf(last) + 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': {
      const sign = key === 'ArrowDown' ? 1 : -1;
      const beyond = (other: number) => (other - from.row) * sign > 0;
      const stop = near(
        seen.filter((other) => beyond(other.row)),
        (other) => Math.abs(other.row - from.row) * 1e6 + Math.abs(other.x - from.x),
      );
      if (stop) return stop.members[0];
      return near(
        rows.flat().filter((entry) => beyond(entry.row)),
        (entry) => Math.abs(entry.row - from.row) * 1e6 + Math.abs(entry.at - first.at),
      );
    }
    default:
      return undefined;
  }
}
