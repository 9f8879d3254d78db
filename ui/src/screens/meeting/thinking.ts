import type { CommitmentCard } from '../../ipc/types/CommitmentCard';
import type { DriftRow } from '../../ipc/types/DriftRow';
import type { Day } from '../../lib/days';

/** A goal's shift that somebody has not been told of. */
export interface ToTell {
  key: string;
  goal: string;
  who: string;
  by: Day | null;
}

/** What the coachee will raise, and what they have not decided. What stays private is neither. */
export function raised(drift: DriftRow[]): { will: ToTell[]; undecided: ToTell[] } {
  const will: ToTell[] = [];
  const undecided: ToTell[] = [];
  for (const row of drift) {
    for (const telling of row.tellings) {
      const entry = {
        key: `${telling.version}/${telling.party}`,
        goal: row.now,
        who: telling.name,
        by: telling.by,
      };
      if (telling.state === 'will-tell') will.push(entry);
      if (telling.state === 'deciding' || telling.state === 'not-discussed') undecided.push(entry);
    }
  }
  return { will, undecided };
}

/** One party's promises. */
export interface Promised {
  name: string;
  open: CommitmentCard[];
  kept: number;
}

/** Promises by who made them, in the order in which they first stand. */
export function byParty(promises: CommitmentCard[]): Promised[] {
  const all: Promised[] = [];
  for (const card of promises) {
    let party = all.find((known) => known.name === card.by_name);
    if (!party) {
      party = { name: card.by_name, open: [], kept: 0 };
      all.push(party);
    }
    if (card.status === 'open') party.open.push(card);
    if (card.status === 'kept') party.kept += 1;
  }
  return all;
}
