import type { EngagementPage } from '../../ipc/types/EngagementPage';
import type { ReleaseCard } from '../../ipc/types/ReleaseCard';
import type { Day } from '../../lib/days';

/** The releases to one audience, those that count first, the latest first. */
export interface Audienced {
  key: string;
  label: string;
  releases: ReleaseCard[];
}

/** True when a release counts on the day: up to, not including, the day of its withdrawal. */
export function counts(release: ReleaseCard, on: Day): boolean {
  return release.given <= on && (release.withdrawn === null || on < release.withdrawn);
}

/** What was released, audience by audience, in the order of the parties; the others last. */
export function byAudience(page: Pick<EngagementPage, 'releases' | 'parties' | 'on'>): Audienced[] {
  const groups = new Map<string, Audienced>();
  for (const release of page.releases) {
    const key = release.party ?? `@${release.audience}`;
    const group = groups.get(key) ?? { key, label: release.audience, releases: [] };
    group.releases.push(release);
    groups.set(key, group);
  }
  const place = (key: string) => {
    const at = page.parties.findIndex((party) => party.id === key);
    return at < 0 ? page.parties.length : at;
  };
  const order = (release: ReleaseCard) => (counts(release, page.on) ? 0 : 1);
  for (const group of groups.values()) {
    group.releases.sort((a, b) => order(a) - order(b) || b.given.localeCompare(a.given));
  }
  return [...groups.values()].sort((a, b) => place(a.key) - place(b.key));
}
