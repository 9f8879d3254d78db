import { describe, expect, it } from 'vitest';
import { asTyped, cellAt, cellsOf, emptyRow, pasted, withoutIcfsOwn } from './grid';

describe('what a spreadsheet puts on the clipboard', () => {
  it('is read cell by cell', () => {
    expect(cellsOf('a\tb\r\n\t\r\n"x ""y""\n\tz"\t1')).toEqual([
      ['a', 'b'],
      ['x "y"\n\tz', '1'],
    ]);
    expect(cellsOf('')).toEqual([]);
  });

  it('may be a log of the ICF, with its heading and a column more', () => {
    const log =
      'Client Name\tContact Information\tIndividual/Group\nAna\ta@b.c\tGroup\t4\t2020-01-02\nBo\tx\t3\t2020-01-02';
    expect(withoutIcfsOwn(cellsOf(log))).toEqual([
      ['Ana', 'a@b.c', '4', '2020-01-02'],
      ['Bo', 'x', '3', '2020-01-02'],
    ]);
  });

  it('goes into the grid from a cell on, and makes room', () => {
    const rows = pasted([emptyRow()], '12 may 2020\t31.12.2020\t1,5\nsoon', 0, 3);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ from: '2020-05-12', until: '2020-12-31', paid: '1,5' });
    expect(rows[1]?.from).toBe('soon');
    expect(pasted([], 'a\tb\tc\td\te\tf\tg\th\ti\tj', 0, 0)[0]).toMatchObject({ consented: 'h' });
  });
});

describe('a cell', () => {
  it('keeps what is no day as it is, for Rust to name it', () => {
    expect(asTyped('from', ' no day ')).toBe('no day');
    expect(asTyped('client', ' 12 may 2020 ')).toBe('12 may 2020');
  });

  it('is found by the field of a refusal', () => {
    expect(cellAt('rows[3].until')).toEqual({ row: 3, column: 'until' });
    for (const field of [null, 'rows', 'rows[1].nothing', 'paid']) expect(cellAt(field)).toBeNull();
  });
});
