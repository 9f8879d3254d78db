import { afterEach, describe, expect, it, vi } from 'vitest';
import { onRefusal, send } from './door';
import { CommandError, toCommandError } from './error';

afterEach(() => {
  delete window.__THREE_CHAIRS_BRIDGE__;
  delete (window as unknown as Record<string, unknown>).__TAURI_INTERNALS__;
  delete (globalThis as unknown as Record<string, unknown>).isTauri;
});

describe('an error from Rust', () => {
  it('keeps its code, its sentence and its field', () => {
    const error = toCommandError({
      code: 'bad_name',
      message: 'A name is missing.',
      field: 'name',
    });
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({ code: 'bad_name', message: 'A name is missing.', field: 'name' });
    expect(toCommandError({ code: 'x', message: 'y' }).field).toBeNull();
  });

  it.each([['text'], [new Error('text')]])(
    'gets a code of its own when it is not one: %s',
    (thrown) => {
      expect(toCommandError(thrown)).toMatchObject({ code: 'unexpected', message: 'text' });
    },
  );

  it('stays itself', () => {
    const error = new CommandError({ code: 'a', message: 'b' });
    expect(toCommandError(error)).toBe(error);
  });
});

describe('the door', () => {
  it('goes over the bridge where there is one', async () => {
    const bridge = vi.fn(async () => ({ ok: { n: 1 } }));
    window.__THREE_CHAIRS_BRIDGE__ = bridge;
    expect(await send('today', { day: '2026-05-12' })).toEqual({ n: 1 });
    expect(bridge).toHaveBeenCalledWith('today', { day: '2026-05-12' });
  });

  it('tells a refusal to the caller and to those who listen', async () => {
    window.__THREE_CHAIRS_BRIDGE__ = async () => ({ error: { code: 'locked', message: 'm' } });
    const heard = vi.fn();
    const stop = onRefusal(heard);
    await expect(send('today')).rejects.toMatchObject({ code: 'locked' });
    expect(heard).toHaveBeenCalledOnce();
    stop();
    await expect(send('today')).rejects.toBeInstanceOf(CommandError);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('hands the shell one argument object, or none', async () => {
    const invoke = vi.fn(async () => 1);
    (globalThis as unknown as Record<string, unknown>).isTauri = true;
    (window as unknown as Record<string, unknown>).__TAURI_INTERNALS__ = { invoke };
    await send('a', { b: 2 });
    await send('c');
    expect(invoke).toHaveBeenNthCalledWith(1, 'a', { input: { b: 2 } }, undefined);
    expect(invoke).toHaveBeenNthCalledWith(2, 'c', {}, undefined);
  });

  it('says so when there is no program behind the page', async () => {
    await expect(send('a')).rejects.toMatchObject({ code: 'no_shell' });
  });
});
