import { invoke, isTauri } from '@tauri-apps/api/core';
import { CommandError, toCommandError, type WireError } from './error';

/** What a browser test puts in place of the shell. */
export type Bridge = (
  command: string,
  input: unknown,
) => Promise<{ ok: unknown } | { error: WireError }>;

declare global {
  interface Window {
    __THREE_CHAIRS_BRIDGE__?: Bridge;
  }
}

type Listener = (error: CommandError) => void;
const listeners = new Set<Listener>();

/** Hears every refused command; used to notice that the vault was locked. Returns how to stop. */
export function onRefusal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sends one command to Rust. A command takes one argument object, `{ input }`, or nothing.
 * Rejects with a CommandError and nothing else.
 */
export async function send(command: string, input?: unknown): Promise<unknown> {
  try {
    const bridge = window.__THREE_CHAIRS_BRIDGE__;
    if (bridge) {
      const answer = await bridge(command, input);
      if ('error' in answer) throw new CommandError(answer.error);
      return answer.ok;
    }
    if (!isTauri()) {
      throw new CommandError({
        code: 'no_shell',
        message: 'The program behind this page is missing.',
      });
    }
    return await invoke(command, input === undefined ? {} : { input });
  } catch (thrown) {
    const error = toCommandError(thrown);
    for (const listener of listeners) listener(error);
    throw error;
  }
}
