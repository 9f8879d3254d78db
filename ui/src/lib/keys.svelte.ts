import { onMount } from 'svelte';

/** One key of a screen. `mod` stands for Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  /**
   * As in KeyboardEvent.key, lower case; with `mod+` in front where it needs the modifier, and then
   * with `mod+shift+` where it needs both.
   */
  key: string;
  label: string;
  run: () => void;
  /** True when the key is the field's own while somebody is typing. */
  fieldsOwn?: boolean;
}

export const isMac = /mac/i.test(navigator.platform);

/** How a key is written for people. */
export function keyName(key: string): string {
  return key
    .replace('mod+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('shift+', isMac ? '⇧ ' : 'Shift ')
    .replace('escape', 'Esc')
    .replace(/\b[a-z]$/, (c) => c.toUpperCase());
}

class Keys {
  #sets = $state.raw<Shortcut[][]>([]);

  /** Every key in force: the screen's own before those of the whole program. */
  get all(): Shortcut[] {
    return [...this.#sets].reverse().flat();
  }

  add(set: Shortcut[]): () => void {
    this.#sets = [...this.#sets, set];
    return () => {
      this.#sets = this.#sets.filter((other) => other !== set);
    };
  }

  /** Runs the shortcut of a key event, unless somebody is typing; Escape is no letter. */
  handle(event: KeyboardEvent): void {
    const mod = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    if (!mod && event.key !== 'Escape' && isTyping(event.target)) return;
    if (!mod && document.querySelector('dialog[open]')) return;
    const shift = mod && event.shiftKey ? 'shift+' : '';
    const name = `${mod ? 'mod+' : ''}${shift}${event.key.toLowerCase()}`;
    const shortcut = this.all.find((candidate) => candidate.key === name);
    if (!shortcut) return;
    const inField = isTyping(event.target) || document.querySelector('dialog[open]') !== null;
    if (shortcut.fieldsOwn && inField) return;
    event.preventDefault();
    shortcut.run();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'range', 'button'].includes(target.type)))
  );
}

export const keys = new Keys();

/** The keys of a screen, for as long as it is shown. */
export function useKeys(set: Shortcut[]): void {
  onMount(() => keys.add(set));
}
