import type { Speaker } from '../../ipc/types/Speaker';

const PARTY = 'party:';

/** Who speaks, as the value of a choice. */
export function wordOf(speaker: Speaker): string {
  return typeof speaker === 'string' ? speaker : PARTY + speaker.party;
}

/** Who is meant by a choice's value. */
export function fromWord(word: string): Speaker {
  if (word.startsWith(PARTY)) return { party: word.slice(PARTY.length) };
  return word === 'coach' ? 'coach' : 'everybody';
}
