import { going } from '../../dialogs/shift';
import type { EngagementPage } from '../../ipc/types/EngagementPage';
import type { PartyCard } from '../../ipc/types/PartyCard';
import type { GoalCard } from '../../ipc/types/GoalCard';
import type { VersionCard } from '../../ipc/types/VersionCard';
import type { Day } from '../../lib/days';
import { SPONSORS_SIDE } from '../../lib/words';

/** What every part of an engagement's page is given. */
export interface PartProps {
  page: EngagementPage;
  /** Asks for the page again, after a change. */
  again: () => Promise<void>;
}

/** What a part is given that looks at the engagement on any day. */
export interface DayProps {
  /** The day, the same in all of them; null is today. */
  day: Day | null;
}

/** The goal as it stands on the page's day, or the latest version that there is. */
export function versionOf(goal: GoalCard): VersionCard | undefined {
  return goal.now === null ? undefined : goal.versions[goal.now];
}

/** Goals that go on, for choosing one. */
export function goingOn(page: EngagementPage): { id: string; title: string }[] {
  return going(page.goals).map(({ id, now }) => ({ id, title: now.title }));
}

/** Those who are in the engagement on the page's day. */
export function present(page: EngagementPage): PartyCard[] {
  return page.parties.filter(
    (party) => party.joined <= page.on && (party.left === null || page.on < party.left),
  );
}

/** Those on the sponsor's side. */
export function sponsorsSide(parties: PartyCard[]): PartyCard[] {
  return parties.filter((party) => SPONSORS_SIDE.includes(party.role));
}
