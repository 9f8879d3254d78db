import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, saveAll } from './autosave.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('autosave', () => {
  it('says saved only after the answer, and saves once for many letters', async () => {
    let answer: () => void = () => undefined;
    const save = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const saving = new Autosave(save);
    saving.touch();
    saving.touch();
    expect(saving.state).toBe('typing');
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledOnce();
    expect(saving.state).toBe('saving');
    answer();
    await vi.runAllTimersAsync();
    expect(saving.state).toBe('saved');
    await saving.close();
  });

  it('saves every three seconds at the latest while somebody types without a pause', async () => {
    const save = vi.fn(() => Promise.resolve());
    const saving = new Autosave(save);
    for (let letter = 0; letter < 100; letter += 1) {
      saving.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save.mock.calls.length).toBeGreaterThanOrEqual(3);
    await saving.close();
  });

  it('saves again what was typed while it was saving', async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn(() => new Promise<void>((resolve) => answers.push(resolve)));
    const saving = new Autosave(save);
    saving.touch();
    await vi.runAllTimersAsync();
    saving.touch();
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(saving.state).toBe('typing');
    await vi.runAllTimersAsync();
    answers[1]?.();
    await vi.runAllTimersAsync();
    expect(save).toHaveBeenCalledTimes(2);
    expect(saving.state).toBe('saved');
    await saving.close();
  });

  it('does not call a failure saved, and tries again', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('The disk is full.')).mockResolvedValue(0);
    const saving = new Autosave(save);
    saving.touch();
    await vi.runAllTimersAsync();
    expect(saving.state).toBe('failed');
    expect(saving.message).toBe('The disk is full.');
    await saveAll();
    expect(saving.state).toBe('saved');
    await saving.close();
  });

  it('has nothing to do when nothing was typed', async () => {
    const save = vi.fn();
    const saving = new Autosave(save);
    await saveAll();
    expect(save).not.toHaveBeenCalled();
    await saving.close();
  });
});
