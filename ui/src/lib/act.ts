import { toCommandError } from '../ipc';
import { toasts } from './toasts.svelte';

/** Runs a change that has no form of its own; a refusal is shown as a toast. True when it was done. */
export async function act(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    toasts.show(toCommandError(thrown).message, { tone: 'wrong' });
    return false;
  }
}
