/** A cell of a table that one goes through with the arrow keys. */
export interface Cell {
  row: number;
  column: number;
}

/** The cell nearest to a place that may lie outside of the table. */
export function within(row: number, column: number, rows: number, columns: number): Cell {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

/**
 * Where a key leads from a cell: arrows go on by one, Home and End to the ends of the row, with Ctrl or
 * ⌘ of the whole table. Null when the key leads nowhere.
 */
export function moved(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  at: Cell,
  rows: number,
  columns: number,
): Cell | null {
  const mod = ctrlKey || metaKey;
  const to = (row: number, column: number) => within(row, column, rows, columns);
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'Home':
      return to(mod ? 0 : at.row, 0);
    case 'End':
      return to(mod ? rows - 1 : at.row, columns - 1);
    default:
      return null;
  }
}
