import type { Audience } from '../ipc/types/Audience';
import type { EngagementPage } from '../ipc/types/EngagementPage';
import { t } from '../messages';
import { listeners } from '../parts/say';
import { present } from '../screens/engagement/context';

// The supervisor and the public are no parties: they have words of their own among the choices.
const SUPERVISOR = '@supervisor';
const PUBLIC = '@public';

/** To whom the coachee can release words: everybody but the coachee. */
export function audiences(page: EngagementPage): { value: string; label: string }[] {
  return [
    ...listeners(present(page))
      .filter((party) => party.role !== 'coachee')
      .map((party) => ({
        value: party.id,
        label: t('people.stands', { role: party.name, name: t(`role_in.${party.role}`) }),
      })),
    { value: SUPERVISOR, label: t('audience.supervisor') },
    { value: PUBLIC, label: t('audience.public') },
  ];
}

/** The audience behind a choice. */
export function audienceOf(value: string): Audience {
  if (value === SUPERVISOR) return 'supervisor';
  return value === PUBLIC ? 'public' : { party: value };
}
