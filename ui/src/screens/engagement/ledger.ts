import type { LedgerCard } from '../../ipc/types/LedgerCard';
import { longDay, type Day } from '../../lib/days';
import { has, t } from '../../messages';

/** The entries of one day, the latest first. */
export function byDay(entries: LedgerCard[]): [Day, LedgerCard[]][] {
  const days = new Map<Day, LedgerCard[]>();
  for (const entry of [...entries].sort(
    (a, b) => b.on.localeCompare(a.on) || b.number - a.number,
  )) {
    days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  }
  return [...days];
}

/** Those who stand in the ledger, each once, with how often: to choose one. */
export function recipients(
  entries: LedgerCard[],
): { id: string | null; name: string; n: number }[] {
  const all = new Map<string | null, { id: string | null; name: string; n: number }>();
  for (const entry of entries) {
    const one = all.get(entry.to) ?? { id: entry.to, name: nameOf(entry), n: 0 };
    one.n += 1;
    all.set(entry.to, one);
  }
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function nameOf(entry: LedgerCard): string {
  return entry.to === null ? t('ledger.everybody') : entry.to_name;
}

/** What happened, in a sentence: who told whom, and how. The words themselves stand below it. */
export function sentence(entry: LedgerCard, coachee: string): string {
  const to = nameOf(entry);
  if (entry.document) {
    return t('ledger_says.document', { to, what: t(`document_in.${entry.document}`) });
  }
  const how = t(`channel.${entry.how}`);
  if (entry.exception) return t('ledger_says.exception', { to, how });
  return entry.by === 'coach'
    ? t('ledger_says.coach', { to, how })
    : t('ledger_says.coachee', { name: coachee, to, how });
}

/** On which ground, with the day of the agreement, release or meeting. */
export function because(entry: LedgerCard): string {
  const dated = `ledger_because.${entry.ground}`;
  if (entry.because && has(dated)) {
    return t(dated as 'ledger_because.boundary', { day: longDay(entry.because) });
  }
  return t(`ledger_ground.${entry.ground as 'boundary'}`);
}
