import { api, toCommandError } from '../ipc';
import type { ChangeCard } from '../ipc/types/ChangeCard';
import { has, t } from '../messages';
import { saveAll } from './autosave.svelte';
import { changes } from './changes.svelte';
import { toasts } from './toasts.svelte';

/** The name of a change in words. */
export function changeName(name: string): string {
  const key = `change.${name.replace(/[ -]/g, '_')}`;
  return has(key) ? t(key as 'changes.other') : t('changes.other');
}

/** A change in a few words: what, and about what. */
export function changeWords(card: ChangeCard): string {
  return [changeName(card.name), card.about].filter(Boolean).join(', ');
}

class Undoing {
  /** How often something was turned: the page is made anew then, since its fields hold what was. */
  turned = $state(0);

  /** Takes back the last change, or this one. */
  undo(change: number | null = null): Promise<boolean> {
    return this.#turn(
      () => api.undo({ change }),
      (what) => t('changes.said_undone', { what }),
    );
  }

  /** Puts back what was removed. */
  restore(change: number): Promise<boolean> {
    return this.#turn(
      () => api.undo({ change }),
      (what) => t('changes.said_restored', { what }),
    );
  }

  /** Does again what was undone last, or this one. */
  redo(change: number | null = null): Promise<boolean> {
    return this.#turn(
      () => api.redo({ change }),
      (what) => t('changes.said_redone', { what }),
    );
  }

  async #turn(work: () => Promise<ChangeCard>, said: (what: string) => string): Promise<boolean> {
    try {
      // What is being written is a change as well, and the last.
      await saveAll();
      const card = await work();
      this.turned += 1;
      changes.made();
      toasts.show(said(changeWords(card)));
      return true;
    } catch (thrown) {
      toasts.show(toCommandError(thrown).message, { tone: 'wrong' });
      return false;
    }
  }
}

export const undoing = new Undoing();
