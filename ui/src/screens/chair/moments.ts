import type { EngagementPage } from '../../ipc/types/EngagementPage';
import { t } from '../../messages';
import type { Moment } from '../../parts/time/moments';

/** The days at which what a party may see may have changed, earliest first. */
export function moments(page: EngagementPage, party: string): Moment[] {
  const found: Moment[] = [];
  const whose = page.parties.find((candidate) => candidate.id === party);
  for (const agreement of page.agreements) {
    if (agreement.in_force_from === null) continue;
    found.push({ on: agreement.in_force_from, kind: 'agreement', text: t('moment.agreement') });
  }
  for (const meeting of page.meetings) {
    if (meeting.status !== 'held') continue;
    const kind = t(`meeting_kind.${meeting.kind}`);
    found.push({ on: meeting.on, kind: 'meeting', text: t('story.meeting', { kind }) });
  }
  for (const release of page.releases) {
    // The coachee sees every release of theirs; another party those that were given to it.
    if (release.party !== party && whose?.role !== 'coachee') continue;
    const words = { to: release.audience, topic: t(`topic.${release.topic}`) };
    found.push({ on: release.given, kind: 'release', text: t('moment.release', words) });
    if (release.withdrawn) {
      found.push({
        on: release.withdrawn,
        kind: 'withdrawal',
        text: t('moment.withdrawal', words),
      });
    }
  }
  if (whose) {
    found.push({ on: whose.joined, kind: 'party', text: t('moment.joined', { name: whose.name }) });
    if (whose.left) {
      found.push({ on: whose.left, kind: 'party', text: t('moment.left', { name: whose.name }) });
    }
  }
  return found.sort((a, b) => a.on.localeCompare(b.on));
}
