import { describe, expect, it } from 'vitest';
import { seated } from './seats';

const of = (ids: string) => [...ids].map((id) => ({ id }));
const read = (seats: ({ id: string } | null)[]) => seats.map((one) => one?.id ?? '-').join('');

describe('the seats of words', () => {
  it('stay, are taken again when they become free, and are as many as were ever needed', () => {
    const first = seated(of('abc'), []);
    expect(read(first)).toBe('abc');
    const second = seated(of('cad'), first);
    expect(read(second)).toBe('adc');
    expect(read(seated(of('c'), second))).toBe('--c');
    expect(read(seated(of('cefg'), second))).toBe('efcg');
  });
});
