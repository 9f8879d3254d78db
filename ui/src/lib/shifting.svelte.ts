import type { GoalId } from '../ipc/types/GoalId';

/** The quick form for a shift, open over whichever page of an engagement. */
class Shifting {
  open = $state.raw<{ goal: GoalId | null } | null>(null);

  /** Opens the form, with this goal chosen, or the one that has the focus, or the first. */
  ask(goal: GoalId | null = null): void {
    this.open = { goal };
  }

  close(): void {
    this.open = null;
  }
}

export const shifting = new Shifting();
