import { describe, expect, it } from 'vitest';
import { CommandError } from '../ipc';
import { Sending } from './sending.svelte';

const refuse = (field: string | null) => async () => {
  throw new CommandError({ code: 'input.blank', message: 'This cannot be blank.', field });
};

describe('a form on its way', () => {
  it('shows a refusal at its field, and only there', async () => {
    const sending = new Sending();
    expect(sending.at('name')).toBeNull();
    expect(await sending.run(refuse('name'))).toBeUndefined();
    expect(sending.at('name')).toBe('This cannot be blank.');
    expect(sending.general).toBeNull();
  });

  it('shows a refusal below when it has no such field', async () => {
    const sending = new Sending();
    sending.at('name');
    await sending.run(refuse('elsewhere'));
    expect(sending.general).toBe('This cannot be blank.');
    await sending.run(refuse(null));
    expect(sending.general).toBe('This cannot be blank.');
  });

  it('is not sent twice, and forgets the refusal when it is sent again', async () => {
    const sending = new Sending();
    await sending.run(refuse(null));
    let answer: (n: number) => void = () => undefined;
    const first = sending.run(() => new Promise<number>((resolve) => (answer = resolve)));
    expect(sending.general).toBeNull();
    expect(await sending.run(async () => 2)).toBeUndefined();
    answer(1);
    expect(await first).toBe(1);
    expect(sending.busy).toBe(false);
  });

  it('says whether work was done that answers nothing', async () => {
    const sending = new Sending();
    expect(await sending.done(async () => undefined)).toBe(true);
    expect(await sending.done(refuse(null))).toBe(false);
  });
});
