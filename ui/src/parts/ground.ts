import type { Ground } from '../ipc/types/Ground';
import { longDay } from '../lib/days';
import { t } from '../messages';

/** A ground in words: "shared with the sponsor by the agreement of 1 March". */
export function groundWords(ground: Ground): string {
  switch (ground.ground) {
    case 'attended':
      return t('ground.attended', { day: longDay(ground.on) });
    case 'shared':
      return t('ground.shared', {
        role: t(`role_in.${ground.role}`),
        day: longDay(ground.effective),
      });
    case 'released':
      return t('ground.released', {
        day: longDay(ground.given),
        how: t(`consent.${ground.how}`),
      });
    default:
      return t(`ground.${ground.ground}`);
  }
}
