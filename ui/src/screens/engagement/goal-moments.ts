import type { EngagementPage } from '../../ipc/types/EngagementPage';
import type { Moment } from '../../parts/time/moments';
import { t } from '../../messages';

/** The days at which the goals, or what was agreed of them, may have changed, earliest first. */
export function goalMoments(page: EngagementPage): Moment[] {
  const found: Moment[] = [];
  const begun = new Map<string, string[]>();
  for (const goal of page.goals) {
    for (const version of goal.versions) {
      if (!version.shift) {
        begun.set(version.on, [...(begun.get(version.on) ?? []), version.title]);
        continue;
      }
      const what = t(`shift.${version.shift.kind}`);
      found.push({
        on: version.on,
        kind: 'shift',
        text: t('moment.goal', { goal: version.title, what }),
      });
    }
  }
  for (const [on, titles] of begun) {
    const n = titles.length;
    const text = n > 1 ? t('moment.begun', { n }) : t('moment.began', { goal: titles[0] ?? '' });
    found.push({ on, kind: 'shift', text });
  }
  for (const meeting of page.meetings) {
    if (meeting.status !== 'held') continue;
    const kind = t(`meeting_kind.${meeting.kind}`);
    const text = meeting.agreed > 0 ? t('moment.baseline', { kind }) : t('story.meeting', { kind });
    found.push({ on: meeting.on, kind: 'meeting', text });
  }
  for (const agreement of page.agreements) {
    if (agreement.in_force_from === null) continue;
    found.push({ on: agreement.in_force_from, kind: 'agreement', text: t('moment.agreement') });
  }
  for (const session of page.sessions) {
    if (session.number === 0 || session.status !== 'held') continue;
    found.push({
      on: session.on,
      kind: 'session',
      text: t('moment.session', { n: session.number }),
    });
  }
  return found.sort((a, b) => a.on.localeCompare(b.on));
}

/** The days between which the goals can be looked at. */
export function goalSpan(page: EngagementPage, today: string): { from: string; to: string } {
  const days = goalMoments(page).map((moment) => moment.on);
  const from = days.reduce((first, day) => (day < first ? day : first), page.began);
  const end = page.ended ?? today;
  const shifts = page.goals.flatMap((goal) => goal.versions.map((version) => version.on));
  return { from, to: shifts.reduce((last, day) => (day > last ? day : last), end) };
}

/** Days worth one click: when the sponsor agreed, and the last meeting where that is another day. */
export function goalJumps(page: EngagementPage): { agreed: string | null; meeting: string | null } {
  const held = page.meetings.filter(
    (meeting) => meeting.status === 'held' && meeting.on <= page.on,
  );
  const last = (meetings: typeof held) =>
    meetings
      .map((meeting) => meeting.on)
      .reduce<string | null>((latest, on) => (latest !== null && latest > on ? latest : on), null);
  const agreed = last(held.filter((meeting) => meeting.agreed > 0));
  const meeting = last(held);
  return { agreed, meeting: meeting === agreed ? null : meeting };
}
