import { t } from '../messages';

/** How long ago that was, as one would say it. */
export function ago(days: number): string {
  if (days <= 0) return t('drift.ago.today');
  if (days < 14) return t('drift.ago.days', { n: days });
  if (days < 70) return t('drift.ago.weeks', { n: Math.round(days / 7) });
  return t('drift.ago.months', { n: Math.round(days / 30.4) });
}
