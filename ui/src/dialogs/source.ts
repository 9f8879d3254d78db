import type { EngagementPage } from '../ipc/types/EngagementPage';
import type { PartyCard } from '../ipc/types/PartyCard';
import { longDay } from '../lib/days';
import { t } from '../messages';

/** The choice that stands for the coach among those who may have raised something. */
export const COACH = 'coach';
/** The choice that stands for no session and no meeting. */
export const NOWHERE = '';

interface Choice {
  value: string;
  label: string;
}

/** Who may have raised a shift. */
export function raisers(parties: PartyCard[]): Choice[] {
  return [
    ...parties.map((party) => ({ value: party.id, label: party.name })),
    { value: COACH, label: t('teller.coach') },
  ];
}

/** What a shift may have come out of: sessions and meetings that took place, the latest first. */
export function sources(page: EngagementPage): Choice[] {
  const held = [
    ...page.sessions
      .filter((session) => session.number > 0 && session.on <= page.on)
      .map(({ id, number, on }) => ({
        on,
        value: `s:${id}`,
        label: t('shift_form.session', { n: number, day: longDay(on) }),
      })),
    ...page.meetings
      .filter((meeting) => meeting.status === 'held')
      .map(({ id, kind, on }) => ({
        on,
        value: `m:${id}`,
        label: t('shift_form.meeting', { kind: t(`meeting_kind.${kind}`), day: longDay(on) }),
      })),
  ].sort((a, b) => b.on.localeCompare(a.on));
  return [
    { value: NOWHERE, label: t('shift_form.nowhere') },
    ...held.map(({ value, label }) => ({ value, label })),
  ];
}

/** The choice of a session or a meeting. */
export function sourceOf(session: string | null, meeting: string | null): string {
  return session ? `s:${session}` : meeting ? `m:${meeting}` : NOWHERE;
}
