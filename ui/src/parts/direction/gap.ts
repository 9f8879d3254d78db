import { has, t } from '../../messages';

/** "five", up to twelve; above that in figures. */
function inWords(n: number): string {
  const key = `number.${n}`;
  return has(key) ? t(key as 'number.2') : String(n);
}

/** How long after the insight before it was said, in quiet words. */
export function gapWords(days: number): string {
  if (days <= 0) return t('gap.same');
  if (days === 1) return t('gap.day');
  if (days < 6) return t('gap.days', { count: inWords(days) });
  const weeks = Math.round(days / 7);
  if (weeks <= 1) return t('gap.week');
  if (weeks <= 10) return t('gap.weeks', { count: inWords(weeks) });
  const months = Math.round(days / 30.4);
  if (months < 12) return t('gap.months', { count: inWords(months) });
  if (months < 18) return t('gap.year');
  if (months < 24) return t('gap.months', { count: inWords(months) });
  return t('gap.years', { count: inWords(Math.round(days / 365)) });
}
