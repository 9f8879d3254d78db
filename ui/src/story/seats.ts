/**
 * Gives each thing the seat that it had before, or one that has become free. What shows a seat is then used for
 * another thing: making and removing elements takes longest of all.
 */
export function seated<T extends { id: string }>(things: T[], before: (T | null)[]): (T | null)[] {
  const coming = new Map(things.map((thing) => [thing.id, thing]));
  const seats = before.map((had) => {
    const stays = had && coming.get(had.id);
    if (!stays) return null;
    coming.delete(stays.id);
    return stays;
  });
  for (const thing of coming.values()) {
    const free = seats.indexOf(null);
    seats[free < 0 ? seats.length : free] = thing;
  }
  return seats;
}
