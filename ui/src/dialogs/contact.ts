import type { ContactCard } from '../ipc/types/ContactCard';
import type { SaveContact } from '../ipc/types/SaveContact';
import type { Day } from '../lib/days';

/** How it stands with the coachee: told, to be told, or withheld with a reason. One of them. */
export const KNOWING = ['knows', 'to-tell', 'withheld'] as const;
export type Knowing = (typeof KNOWING)[number];

type Kept = Pick<ContactCard, 'coachee_told' | 'withheld' | 'resolved'>;

/** How it stands with what is kept; what is new is to be told. */
export function knowingOf(kept: Kept | null): Knowing {
  if (kept?.coachee_told) return 'knows';
  return kept?.withheld && !kept.resolved ? 'withheld' : 'to-tell';
}

/**
 * What is to be kept. That something was withheld, and why, stays written down when it is withheld no
 * longer: `day` is then the day on which that ended, or on which the coachee was told.
 */
export function keptAs(
  knowing: Knowing,
  day: Day | null,
  why: string,
  before: Kept | null,
): Pick<SaveContact, 'coachee_told' | 'withheld' | 'resolved'> {
  if (knowing === 'withheld') return { coachee_told: null, withheld: why, resolved: null };
  const told = knowing === 'knows' ? day : null;
  if (!before?.withheld) return { coachee_told: told, withheld: '', resolved: null };
  const ended = before.resolved ?? day;
  // What the coachee knows is withheld no longer.
  const resolved = told && ended && told < ended ? told : ended;
  return { coachee_told: told, withheld: before.withheld, resolved };
}
