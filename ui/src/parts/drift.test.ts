import { describe, expect, it } from 'vitest';
import { ago } from './drift';

describe('how long ago', () => {
  it.each([
    [0, 'today'],
    [1, '1 day ago'],
    [13, '13 days ago'],
    [14, '2 weeks ago'],
    [49, '7 weeks ago'],
    [69, '10 weeks ago'],
    [70, '2 months ago'],
    [365, '12 months ago'],
  ])('%i days are said as "%s"', (days, words) => {
    expect(ago(days)).toBe(words);
  });
});
