import { api } from '../../ipc';
import type { DirectionPage } from '../../ipc/types/DirectionPage';
import type { Day } from '../../lib/days';
import { Newest } from '../../lib/newest.svelte';

interface Question {
  engagement: string;
  on: Day | null;
}

/**
 * What the goals of one engagement serve on a day, asked once for all the goals on a page. Forgotten
 * when the last of them has gone.
 */
class Serves {
  #seen = new Newest((question: Question) => api.direction(question));
  #asked: Question | null = null;
  #users = 0;

  /** What is known for this engagement; null until it has been asked. */
  page(engagement: string): DirectionPage | null {
    const page = this.#seen.value;
    return page?.engagement === engagement ? page : null;
  }

  /** Somebody shows it; call what comes back when they do no more. */
  use(): () => void {
    this.#users += 1;
    return () => {
      this.#users -= 1;
      if (this.#users > 0) return;
      this.#seen.value = null;
      this.#asked = null;
    };
  }

  look(engagement: string, on: Day | null): void {
    if (this.#asked?.engagement === engagement && this.#asked.on === on) return;
    this.#asked = { engagement, on };
    this.#seen.ask(this.#asked);
  }

  /** Asks anew, after a change. */
  again(): void {
    if (this.#asked) this.#seen.ask(this.#asked);
  }
}

export const serves = new Serves();
