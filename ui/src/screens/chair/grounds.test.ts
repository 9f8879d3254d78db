import { describe, expect, it } from 'vitest';
import type { Ground } from '../../ipc/types/Ground';
import type { Line } from '../../ipc/types/Line';
import type { Topic } from '../../ipc/types/Topic';
import type { View } from '../../ipc/types/View';
import { grounds } from './grounds';

const line = (text: string, topic: Topic): Line => ({
  on: '2026-03-03',
  text,
  topic,
  voice: null,
  said_by: null,
});
const shared: Ground = { ground: 'shared', effective: '2026-03-01', role: 'sponsor' };
const attended: Ground = { ground: 'attended', on: '2026-03-03' };
const own: Ground = { ground: 'own-words' };

describe('why each line is allowed', () => {
  it('is found for lines wherever they stand, and for equal words in their order', () => {
    const goal = line('Delegate', 'baseline-goals');
    const again = line('Delegate', 'baseline-goals');
    const words = line('Delegate', 'alignment');
    const view = {
      fees: null,
      baselines: [
        { goals: [{ wording: goal, measure: null, released: [] }] },
        { goals: [{ wording: again, measure: null, released: [] }] },
      ],
      sections: [{ topic: 'alignment', lines: [words] }],
    } as unknown as View;
    const of = grounds(view, [
      { topic: 'baseline-goals', text: 'Delegate', why: attended },
      { topic: 'baseline-goals', text: 'Delegate', why: shared },
      { topic: 'alignment', text: 'Delegate', why: own },
    ]);
    expect(of(goal)).toEqual(attended);
    expect(of(again)).toEqual(shared);
    expect(of(words)).toEqual(own);
    expect(of(line('Delegate', 'progress'))).toBeUndefined();
  });
});
