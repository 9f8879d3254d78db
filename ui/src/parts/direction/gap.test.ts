import { describe, expect, it } from 'vitest';
import { gapWords } from './gap';

describe('how long after', () => {
  it.each([
    [0, 'the same day'],
    [1, 'the next day'],
    [3, 'three days later'],
    [7, 'a week later'],
    [10, 'a week later'],
    [14, 'two weeks later'],
    [35, 'five weeks later'],
    [70, 'ten weeks later'],
    [84, 'three months later'],
    [334, 'eleven months later'],
    [365, 'a year later'],
    [600, '20 months later'],
    [730, 'two years later'],
  ])('%i days', (days, words) => {
    expect(gapWords(days)).toBe(words);
  });

  it('is never shorter for a longer time', () => {
    // Every number of days has words, and no placeholder is left in them.
    for (let days = 0; days < 4000; days += 1) expect(gapWords(days)).not.toMatch(/[{}]|\b[01] /);
  });
});
