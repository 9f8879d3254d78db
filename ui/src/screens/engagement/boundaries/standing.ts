import type { AgreementCard } from '../../../ipc/types/AgreementCard';
import type { Day } from '../../../lib/days';

/** Where a version stands on a day. */
export type Standing = 'draft' | 'to-come' | 'in-force' | 'replaced';

export function standing(version: AgreementCard, on: Day): Standing {
  if (version.in_force) return 'in-force';
  if (version.in_force_from === null) return 'draft';
  return version.in_force_from > on ? 'to-come' : 'replaced';
}

/** What somebody has assented to does not change any more. */
export function isOpen(version: AgreementCard): boolean {
  return version.assents.every((assent) => assent.on === null);
}
