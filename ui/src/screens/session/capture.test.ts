import { describe, expect, it } from 'vitest';
import { MARKS, readLine } from './capture';

const TODAY = '2026-09-16';
const read = (line: string) => readLine(line, TODAY);

describe('a line that is typed in a session', () => {
  it.each(MARKS)('becomes a $becomes by $mark at its start or its end', ({ mark, becomes }) => {
    for (const line of [`${mark} Listen first`, `${mark}Listen first`, `  Listen first ${mark} `]) {
      expect(read(line)).toEqual({ becomes, text: 'Listen first', due: null, goal: 1 });
    }
  });

  it('stays a note without a mark, with one inside, or with nothing but one', () => {
    for (const line of ['Listen first', 'Really!', 'a + b', 'C# and more', '!', ' + ', '', '=']) {
      expect(read(line)).toMatchObject({ becomes: 'note', text: line.trim() });
    }
  });

  it('has a day by which a commitment is due', () => {
    expect(read('+ Talk to Jo by tuesday')).toMatchObject({
      text: 'Talk to Jo',
      due: '2026-09-22',
    });
    expect(read('Talk to Jo by 12 oct +')).toMatchObject({ text: 'Talk to Jo', due: '2026-10-12' });
    expect(read('+ Stand by my word')).toMatchObject({ text: 'Stand by my word', due: null });
  });

  it('names the goal of a shift by its number', () => {
    expect(read('> 2 Decide whether I want it')).toMatchObject({
      goal: 2,
      text: 'Decide whether I want it',
    });
    expect(read('> 2026 is another year')).toMatchObject({ goal: 1, text: '2026 is another year' });
  });
});
