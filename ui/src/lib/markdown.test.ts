import { describe, expect, it } from 'vitest';
import { blocks, runs, withoutMarks, type Run } from './markdown';

const plain = (all: Run[]) => all.map((run) => run.text).join('');
const faces = (line: string) => runs(line).map((run) => [run.face, run.text]);

describe('light Markdown', () => {
  it('knows strong, emphasis and what is as typed', () => {
    expect(faces('a **b c** and *d* or _e_, `*f*`')).toEqual([
      ['plain', 'a '],
      ['strong', 'b c'],
      ['plain', ' and '],
      ['em', 'd'],
      ['plain', ' or '],
      ['em', 'e'],
      ['plain', ', '],
      ['code', '*f*'],
    ]);
  });

  it('leaves alone what only looks like it', () => {
    for (const line of ['2 * 3 * 4', 'snake_case_name', '**', '* *', 'a ** b', '`', '5*6*7']) {
      expect(faces(line)).toEqual([['plain', line]]);
    }
  });

  it('reads lists and paragraphs, with their lines', () => {
    const read = blocks('One\ntwo\n\n- a\n- b\n1. c\n2) d\nAfter');
    expect(read.map((block) => block.kind)).toEqual(['text', 'list', 'list', 'text']);
    expect(read[1]).toMatchObject({ ordered: false });
    expect(read[2]).toMatchObject({ ordered: true });
  });

  it('reads headings, each by itself', () => {
    const read = blocks('# Board\n## **Clear**\nand calm\n#no heading\n####### nor this');
    expect(read.map((block) => block.kind)).toEqual(['heading', 'heading', 'text']);
    expect(read[1]).toEqual({ kind: 'heading', line: [{ face: 'strong', text: 'Clear' }] });
  });

  it('stands in a line without its marks', () => {
    expect(withoutMarks('# Board\n\n- **first** _then_\n2. 2 * 3 `*`')).toBe(
      'Board\nfirst then\n2 * 3 *',
    );
    const typed = '<img src=x onerror=alert(1)> [x](javascript:y) snake_case_name';
    expect(withoutMarks(typed)).toBe(typed);
  });

  it('makes nothing but text of what looks like HTML', () => {
    const typed = '<script>alert(1)</script> <b>x</b> [y](javascript:z)';
    expect(faces(typed)).toEqual([['plain', typed]]);
  });

  it('is quick with what is hard', () => {
    const hard = '*'.repeat(5_000) + '_a'.repeat(5_000) + '`'.repeat(5_001);
    expect(plain(runs(hard)).length).toBeGreaterThan(0);
  });
});
