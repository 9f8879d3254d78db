import { expect, it } from 'vitest';
import type { Speaker } from '../../ipc/types/Speaker';
import { fromWord, wordOf } from './speaker';

it('knows again who speaks', () => {
  const all: Speaker[] = ['everybody', 'coach', { party: 'p-1' }, { party: 'coach' }];
  for (const speaker of all) expect(fromWord(wordOf(speaker))).toEqual(speaker);
});
