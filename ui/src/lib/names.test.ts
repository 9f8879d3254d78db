import { describe, expect, it } from 'vitest';
import { decided, pieces } from './names';

describe('decisions about names', () => {
  const masks = [{ name: 'Jo', becomes: 'a colleague' }, { name: 'Will' }];

  it('are one for each word: the last one counts', () => {
    expect(decided(masks, 'Jo', 'a peer')).toEqual([
      { name: 'Will' },
      { name: 'Jo', becomes: 'a peer' },
    ]);
    expect(decided(masks, 'Kent', null)).toHaveLength(3);
  });

  it('can be taken back', () => {
    expect(decided(masks, 'Jo', undefined)).toEqual([{ name: 'Will' }]);
  });
});

describe('a line of a draft', () => {
  it('falls into what is sure and what is not', () => {
    expect(pieces('We met ⟦Kent⟧ in ⟦March⟧.')).toEqual([
      { text: 'We met ', unsure: false },
      { text: 'Kent', unsure: true },
      { text: ' in ', unsure: false },
      { text: 'March', unsure: true },
      { text: '.', unsure: false },
    ]);
    expect(pieces('No name')).toEqual([{ text: 'No name', unsure: false }]);
    expect(pieces('an open ⟦ bracket')).toEqual([{ text: 'an open ⟦ bracket', unsure: false }]);
  });
});
