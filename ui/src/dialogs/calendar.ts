import type { EntrySeen } from '../ipc/types/EntrySeen';
import { fullDay } from '../lib/days';
import { t } from '../messages';

/** True when bringing the entry in would do something. */
export function comes(entry: EntrySeen): boolean {
  return entry.will === 'new' || entry.will === 'changed' || entry.will === 'cancelled';
}

/** When an entry is, and of whom. */
export function entryLine(entry: EntrySeen): string {
  const when = entry.at
    ? t('calendar.when', { day: fullDay(entry.on), at: entry.at, minutes: entry.minutes })
    : fullDay(entry.on);
  return `${when} · ${entry.name}`;
}

/** What would become of it, and what is odd about it: whole sentences. */
export function entryNotes(entry: EntrySeen): string[] {
  const notes = [t(`calendar.will.${entry.will}`)];
  if (entry.will === 'changed' && entry.was) {
    const { on, at, minutes } = entry.was;
    notes.push(t('calendar.was', { when: t('calendar.when', { day: fullDay(on), at, minutes }) }));
  }
  if (entry.why) notes.push(t(`calendar.why.${entry.why}`));
  notes.push(...entry.odd.map((word) => t(`odd.${word}`)));
  return notes;
}
