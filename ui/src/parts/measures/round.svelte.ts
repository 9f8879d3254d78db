import { api } from '../../ipc';
import type { AnswerOf } from '../../ipc/types/AnswerOf';
import type { Channel } from '../../ipc/types/Channel';
import type { RoundCard } from '../../ipc/types/RoundCard';
import { Autosave } from '../../lib/autosave.svelte';

/** What one rater says about one goal, while it is entered. */
export interface Answer {
  change: number | null;
  words: string;
}

/** How answers reach a coach who enters them from paper, most of the time. */
const USUAL: Channel = 'message';
const NONE: Answer = { change: null, words: '' };

/** An open round while its answers are entered. It saves itself as one types. */
export class RoundDraft {
  #answers = $state<Record<string, Answer>>({});
  #how = $state<Record<string, Channel>>({});
  #before: { party: string; goal: string; answer: Answer }[] = [];
  readonly saving: Autosave;

  constructor(engagement: string, round: RoundCard) {
    for (const { party, goal, change, feed_forward, how } of round.answers) {
      this.#answers[`${party} ${goal}`] = { change, words: feed_forward };
      this.#how[party] = how;
    }
    this.saving = new Autosave(() =>
      api.writeRound({ engagement, round: round.id, answers: this.all(round) }),
    );
  }

  at(party: string, goal: string): Answer {
    return this.#answers[`${party} ${goal}`] ?? NONE;
  }

  how(party: string): Channel {
    return this.#how[party] ?? USUAL;
  }

  /** Answers, or takes an answer away. */
  set(party: string, goal: string, change: number | null): void {
    const was = this.at(party, goal);
    if (was.change === change) return;
    this.#before.push({ party, goal, answer: was });
    this.#put(party, goal, { ...was, change });
  }

  suggest(party: string, goal: string, words: string): void {
    this.#put(party, goal, { ...this.at(party, goal), words });
  }

  came(party: string, how: Channel): void {
    this.#how[party] = how;
    this.saving.touch();
  }

  /** Takes the last figure back; where it was, for going there. */
  undo(): { party: string; goal: string } | null {
    const last = this.#before.pop();
    if (!last) return null;
    const { words } = this.at(last.party, last.goal);
    this.#put(last.party, last.goal, { change: last.answer.change, words });
    return last;
  }

  /** How many said how much has changed. */
  raters(goal: string): number {
    const suffix = ` ${goal}`;
    return Object.entries(this.#answers).filter(
      ([key, answer]) => key.endsWith(suffix) && answer.change !== null,
    ).length;
  }

  /** Every answer that says something. */
  all(round: RoundCard): AnswerOf[] {
    const goals = round.asked.map((asked) => asked.goal);
    const parties = [...new Set(Object.keys(this.#answers).map((key) => key.split(' ')[0] ?? ''))];
    return parties.flatMap((party) =>
      goals.flatMap((goal) => {
        const { change, words } = this.at(party, goal);
        if (change === null && words.trim() === '') return [];
        return [{ party, goal, change, feed_forward: words, how: this.how(party) }];
      }),
    );
  }

  #put(party: string, goal: string, answer: Answer): void {
    this.#answers[`${party} ${goal}`] = answer;
    this.saving.touch();
  }
}
