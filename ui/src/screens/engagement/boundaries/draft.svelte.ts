import type { Boundary } from '../../../ipc/types/Boundary';
import type { Rule } from '../../../ipc/types/Rule';
import { Autosave } from '../../../lib/autosave.svelte';
import { cellOf, type RuleOf } from './rules';

/**
 * The rules of a draft while they are set: each is shown at once, and kept together with those that
 * are set within a moment. What was refused is tried again with the next.
 */
export class DraftRules {
  #set = $state.raw<ReadonlyMap<string, Rule>>(new Map());
  #unsent = new Map<string, { agreement: string; boundary: Boundary }>();
  #steps: Boundary[][] = [];
  #agreement: string | null = null;
  readonly saving: Autosave;

  constructor(send: (agreement: string, boundaries: Boundary[]) => Promise<unknown>) {
    this.saving = new Autosave(async () => {
      const batch = this.#unsent;
      this.#unsent = new Map();
      const of = new Map<string, Boundary[]>();
      for (const { agreement, boundary } of batch.values()) {
        of.set(agreement, [...(of.get(agreement) ?? []), boundary]);
      }
      try {
        for (const [agreement, boundaries] of of) await send(agreement, boundaries);
      } catch (thrown) {
        this.#unsent = new Map([...batch, ...this.#unsent]);
        throw thrown;
      }
    });
  }

  /** Which version is on the screen. What was set on another is kept there. */
  open(agreement: string): void {
    if (agreement === this.#agreement) return;
    void this.saving.flush();
    this.#agreement = agreement;
    this.#set = new Map();
    this.#steps = [];
  }

  /** The rules as they are kept, and over them what was set. */
  over(kept: RuleOf): RuleOf {
    const set = this.#set;
    return (topic, role) => set.get(cellOf(topic, role)) ?? kept(topic, role);
  }

  /** Sets boundaries, given the rules that hold at the moment. */
  set(boundaries: Boundary[], now: RuleOf): void {
    const changed = boundaries.filter((b) => now(b.topic, b.role) !== b.rule);
    if (changed.length === 0) return;
    this.#steps.push(changed.map((b) => ({ ...b, rule: now(b.topic, b.role) })));
    this.#put(changed);
  }

  /** Takes the last step back. */
  undo(): void {
    const step = this.#steps.pop();
    if (step) this.#put(step);
  }

  #put(boundaries: Boundary[]): void {
    const agreement = this.#agreement;
    if (agreement === null) return;
    const set = new Map(this.#set);
    for (const boundary of boundaries) {
      const cell = cellOf(boundary.topic, boundary.role);
      set.set(cell, boundary.rule);
      this.#unsent.set(`${agreement} ${cell}`, { agreement, boundary });
    }
    this.#set = set;
    this.saving.touch();
  }
}
