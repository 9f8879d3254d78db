import type { PartyCard } from '../ipc/types/PartyCard';
import type { SayCard } from '../ipc/types/SayCard';
import type { SayLine } from '../ipc/types/SayLine';
import type { Topic } from '../ipc/types/Topic';
import { longDay } from '../lib/days';
import { SPONSORS_SIDE } from '../lib/words';
import { t } from '../messages';

/** Something that can be said, and what of it would go into the ledger. */
export interface Sentence {
  /** As it can be spoken. */
  spoken: string;
  /** The words that the ledger would keep. */
  words: string;
  topic: Topic;
  line: SayLine | null;
}

/** What may be said, in the order in which one would say it. */
export interface Spoken {
  sessions: Sentence | null;
  /** The goals that were agreed last. */
  agreed: Sentence[];
  /** What was agreed or decided besides, and everything else. */
  more: Sentence[];
}

/** The card as sentences. */
export function spoken(card: SayCard): Spoken {
  const last = new Set(card.agreed?.goals ?? []);
  const goals = card.may.filter((line) => line.topic === 'baseline-goals' && last.has(line.text));
  const rest = card.may.filter((line) => !goals.includes(line));
  return {
    sessions: sessions(card),
    agreed: goals.map((line) => plain(line)),
    more: rest.map((line) => ({ ...plain(line), spoken: sentence(line, card.to) })),
  };
}

function plain(line: SayLine): Sentence {
  return { spoken: line.text, words: line.text, topic: line.topic, line };
}

function sessions(card: SayCard): Sentence | null {
  if (card.sessions_held === null) return null;
  const words = card.sessions_planned
    ? t('say.sessions_of', { n: card.sessions_held, planned: card.sessions_planned })
    : t('say.sessions', { n: card.sessions_held });
  return { spoken: words, words, topic: 'attendance', line: null };
}

function sentence(line: SayLine, to: string): string {
  const text = line.text;
  const day = longDay(line.on);
  if (line.said_by === to) return t('say_as.yours', { text, day });
  switch (line.topic) {
    case 'baseline-goals':
      return t('say_as.agreed', { text, day });
    case 'meeting-outcomes':
      return t('say_as.decided', { text, day });
    case 'commitments':
      return line.said_by ? t('say_as.promised', { text, name: line.said_by }) : text;
    case 'fees':
      return t('say_as.fees', { text });
    default:
      return line.said_by ? t('say_as.said', { text, name: line.said_by }) : text;
  }
}

/**
 * Those to whom one may have to say something: the sponsor's side first, since it is the sponsor who
 * asks in the corridor. The supervisor hears the case in another way, without names.
 */
export function listeners(parties: PartyCard[]): PartyCard[] {
  const rank = (party: PartyCard) =>
    SPONSORS_SIDE.includes(party.role)
      ? SPONSORS_SIDE.indexOf(party.role)
      : party.role === 'coachee'
        ? SPONSORS_SIDE.length
        : SPONSORS_SIDE.length + 1;
  return parties.filter((party) => party.role !== 'supervisor').sort((a, b) => rank(a) - rank(b));
}
