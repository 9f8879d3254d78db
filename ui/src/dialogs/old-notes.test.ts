import { describe, expect, it } from 'vitest';
import type { NotesFileSeen } from '../ipc/types/NotesFileSeen';
import { notesCome, notesFile, notesLine, tooMuch } from './old-notes';

const MB = 1024 * 1024;

/** A file that says it is so large, and fails when it is read all the same. */
function sized(name: string, size: number): File {
  const file = new File([''], name);
  Object.defineProperty(file, 'size', { value: size });
  file.slice = () => {
    throw new Error('read');
  };
  return file;
}

const seen: NotesFileSeen = {
  name: '<b>.txt',
  words: 3,
  beginning: 'What she said',
  on: '2026-03-05',
  will: 'new',
  why: null,
};

describe('files of notes', () => {
  it('are not read when they are too many, or too large together', () => {
    const many = Array.from({ length: 201 }, (_, n) => sized(`${n}.txt`, 1));
    expect(tooMuch(many)).toContain('200');
    expect(tooMuch(many.slice(1))).toBeNull();
    expect(tooMuch([sized('a', 17 * MB), sized('b', 16 * MB)])).toContain('32 MB');
    // One that is too large by itself is left out and does not stop the others.
    expect(tooMuch([sized('a', 40 * MB), sized('b', MB)])).toBeNull();
  });

  it('are given as far as they can be read', async () => {
    expect((await notesFile(new File(['words'], 'a.txt'))).given).toEqual({ bytes: 'd29yZHM=' });
    expect((await notesFile(sized('a.txt', 40 * MB))).given).toBe('too-large');
    expect((await notesFile(sized('a.txt', MB))).given).toBe('unreadable');
  });

  it('say what would come of them', () => {
    expect(notesLine(seen)).toBe('New session, held. 3 words: What she said');
    const asked: NotesFileSeen = { ...seen, on: null, will: 'left-out', why: 'two-days' };
    expect(notesLine(asked)).toBe(
      'Its day can be read in more than one way. Say which. 3 words: What she said',
    );
    const empty: NotesFileSeen = { ...seen, words: 0, will: 'left-out', why: 'empty' };
    expect(notesLine(empty)).toBe('Left out. There are no words in it.');
    expect([seen, asked, empty].map(notesCome)).toEqual([true, false, false]);
  });
});
