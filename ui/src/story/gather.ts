/** Room that the marks of a row need, in pixels. */
export interface Room {
  /** How far a mark reaches to either side. */
  reach: number;
  /** How far a mark with a count reaches to either side; no less than the other. */
  counted: number;
}

/** Marks that would lie over one another, as one; or a mark that stands alone. */
export interface Gathered<T> {
  x: number;
  members: T[];
}

/** Between two marks there is at least this much of the paper. */
const CLEAR = 1;

/**
 * Gathers the marks of one row. Two marks are gathered when they would touch; a mark with a count
 * then takes in all that its own width would cover. What is gathered depends on the distances alone,
 * so that moving sideways never changes it. `items` stand in the order of `xOf`.
 */
export function gather<T>(items: T[], xOf: (item: T) => number, room: Room): Gathered<T>[] {
  const near = 2 * room.reach + CLEAR;
  // So that the next one, alone or counted, begins right of where this one can end.
  const wide = 2 * (room.counted + room.reach + CLEAR);
  const out: Gathered<T>[] = [];
  let members: T[] = [];
  let first = 0;
  let last = 0;
  const close = () => {
    if (members.length === 0) return;
    const alone = members.length === 1;
    // As far right as its own left edge needs, so that it clears the mark before it.
    const least = first + Math.max(0, room.counted - room.reach);
    out.push({ x: alone ? first : Math.max(least, (first + last) / 2), members });
  };
  for (const item of items) {
    const x = xOf(item);
    const touches = members.length === 1 ? x - first < near : x - first < wide;
    if (members.length > 0 && touches) {
      members.push(item);
      last = x;
    } else {
      close();
      members = [item];
      first = last = x;
    }
  }
  close();
  return out;
}
