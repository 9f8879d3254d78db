import { CommandError, toCommandError } from '../ipc';
import { changes } from './changes.svelte';

/** Something asked of Rust, asked again when what it depends on changes. */
export class Asked<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<CommandError | null>(null);
  #turn = 0;
  readonly #ask: () => Promise<T>;

  /** Call while a component is being made: the question is asked in an effect of it. */
  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
    $effect(() => {
      void changes.count;
      void this.#take(ask());
    });
  }

  /** Asks again: after a change. */
  again(): Promise<void> {
    return this.#take(this.#ask());
  }

  async #take(answer: Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    try {
      const value = await answer;
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = null;
    } catch (thrown) {
      if (turn === this.#turn) this.error = toCommandError(thrown);
    }
  }
}
