import { parseDay } from './parse-day';
import { ISO, today } from './days';

/** The columns of the grid in which earlier hours are entered. */
export const COLUMNS = [
  'client',
  'contact',
  'group',
  'from',
  'until',
  'paid',
  'pro_bono',
  'consented',
] as const;
export type Column = (typeof COLUMNS)[number];
export type GridRow = Record<Column, string>;

const DAYS: readonly Column[] = ['from', 'until', 'consented'];

export function emptyRow(): GridRow {
  return {
    client: '',
    contact: '',
    group: '',
    from: '',
    until: '',
    paid: '',
    pro_bono: '',
    consented: '',
  };
}

/** The cells of what a spreadsheet puts on the clipboard: tabs between cells, quotes around hard ones. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) end();
  return rows.filter((row) => row.some((each) => each.trim() !== ''));
}

/**
 * Rows of the ICF's log have one column more, "Individual" or "Group", and a heading: both go. A row
 * that has neither stays as it is.
 */
export function withoutIcfsOwn(rows: string[][]): string[][] {
  const word = (row: string[], at: number) => row[at]?.trim().toLowerCase() ?? '';
  const headless = rows.filter((row, at) => at > 0 || !word(row, 0).startsWith('client'));
  return headless.map((row) =>
    ['individual', 'group'].includes(word(row, 2)) ? row.toSpliced(2, 1) : row,
  );
}

/** A cell as Rust reads it: days written any way that a day field takes. What is no day stays. */
export function asTyped(column: Column, cell: string): string {
  const typed = cell.trim();
  if (!DAYS.includes(column) || typed === '' || ISO.test(typed)) return typed;
  return parseDay(typed, today(), { lean: 'past' }) ?? typed;
}

/** The rows with what was pasted in them, from this cell on; as many more rows as it needs. */
export function pasted(rows: GridRow[], text: string, row: number, column: number): GridRow[] {
  const cells = column === 0 ? withoutIcfsOwn(cellsOf(text)) : cellsOf(text);
  const filled = rows.map((each) => ({ ...each }));
  cells.forEach((line, down) => {
    const into = (filled[row + down] ??= emptyRow());
    line.forEach((cell, right) => {
      const name = COLUMNS[column + right];
      if (name) into[name] = asTyped(name, cell);
    });
  });
  return filled;
}

/** Which cell a refusal names, like `rows[3].until`. */
export function cellAt(field: string | null | undefined): { row: number; column: Column } | null {
  const found = /^rows\[(\d+)\]\.(\w+)$/.exec(field ?? '');
  const column = COLUMNS.find((name) => name === found?.[2]);
  return found && column ? { row: Number(found[1]), column } : null;
}
