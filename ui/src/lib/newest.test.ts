import { describe, expect, it } from 'vitest';
import { Newest } from './newest.svelte';

/** Answers when it is told to, and keeps what it was asked. */
function slow() {
  const asked: number[] = [];
  const answers: ((value: string) => void)[] = [];
  const refusals: ((error: Error) => void)[] = [];
  const newest = new Newest(
    (n: number) =>
      new Promise<string>((resolve, reject) => {
        asked.push(n);
        answers.push(resolve);
        refusals.push(reject);
      }),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { newest, asked, answers, refusals, settle };
}

describe('questions that come faster than their answers', () => {
  it('go out one at a time, and what was asked in between is dropped', async () => {
    const { newest, asked, answers, settle } = slow();
    for (const day of [1, 2, 3, 4]) newest.ask(day);
    expect(asked).toEqual([1]);
    answers[0]?.('one');
    await settle();
    expect(asked).toEqual([1, 4]);
    expect(newest.value).toBe('one');
    answers[1]?.('four');
    await settle();
    expect(newest.value).toBe('four');
    newest.ask(5);
    expect(asked).toEqual([1, 4, 5]);
  });

  it('go on after a refusal, which is shown until the next answer', async () => {
    const { newest, asked, answers, refusals, settle } = slow();
    newest.ask(1);
    newest.ask(2);
    refusals[0]?.(new Error('no'));
    await settle();
    expect(newest.error?.message).toBe('no');
    expect(asked).toEqual([1, 2]);
    answers[1]?.('two');
    await settle();
    expect(newest.error).toBeNull();
  });
});
