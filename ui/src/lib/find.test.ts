import { describe, expect, it } from 'vitest';
import { plain, rank, unmarked } from './find';

describe('finding', () => {
  it('does not mind accents, case or the order of words', () => {
    expect(plain('Lucía BELTRÁN')).toBe('lucia beltran');
    expect(rank('beltran luc', 'Lucía Beltrán')).toBeGreaterThan(0);
    expect(rank('lucia mei', 'Lucía Beltrán')).toBe(0);
  });

  it('puts the beginning of a word before its middle', () => {
    expect(rank('ana', 'Ana Ruiz')).toBeGreaterThan(rank('ana', 'Susana Ruiz'));
  });

  it('finds everything when nothing is asked', () => {
    expect(rank('  ', 'Ana')).toBeGreaterThan(0);
  });

  it('shows what was found without the signs that format it', () => {
    const pieces = [
      { text: '- the **', hit: false },
      { text: 'quince', hit: true },
      { text: '** tree, 2 * 3', hit: false },
    ];
    expect(unmarked(pieces)).toEqual([
      { text: 'the ', hit: false },
      { text: 'quince', hit: true },
      { text: ' tree, 2 * 3', hit: false },
    ]);
  });
});
