import { invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
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

/** Asks the coach for the passphrase once more; true when it was the right one. */
type Asker = () => Promise<boolean>;
let asker: Asker | null = null;

/** Who asks for the passphrase when a command was refused for the lack of it. */
export function askAgainWith(next: Asker): () => void {
  asker = next;
  return () => (asker = null);
}

/** Hears when the program is about to lock by itself. Returns how to stop. */
export function onLocking(hear: () => void): () => void {
  if (isTauri() && !window.__THREE_CHAIRS_BRIDGE__) {
    const stop = listen('locking', hear);
    return () => void stop.then((now) => now());
  }
  window.addEventListener('three-chairs-locking', hear);
  return () => window.removeEventListener('three-chairs-locking', hear);
}

/**
 * Sends one command to Rust. One that asks for the passphrase again is sent once more when it was
 * given.
 */
export async function send(command: string, input?: unknown): Promise<unknown> {
  try {
    return await sendOnce(command, input);
  } catch (thrown) {
    let error = toCommandError(thrown);
    if (error.code === 'passphrase.again' && asker && (await asker())) {
      try {
        return await sendOnce(command, input);
      } catch (again) {
        error = toCommandError(again);
      }
    }
    for (const listener of listeners) listener(error);
    throw error;
  }
}

/**
 * Sends one command to Rust. A command takes one argument object, `{ input }`, or nothing.
 * Rejects with a CommandError and nothing else.
 */
async function sendOnce(command: string, input?: unknown): Promise<unknown> {
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
  return invoke(command, input === undefined ? {} : { input });
}
