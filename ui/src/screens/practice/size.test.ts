import { expect, it } from 'vitest';
import { megabytes } from './size';

it('says what tells one backup from another', () => {
  expect([0, 49_000, 1_250_000, 9_940_000, 10_400_000, 250_000_000].map(megabytes)).toEqual([
    '0.0',
    '0.0',
    '1.3',
    '9.9',
    '10',
    '250',
  ]);
});
