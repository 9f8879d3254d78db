import type { GoalId } from '../ipc/types/GoalId';
import type { ItemOf } from '../ipc/types/ItemOf';
import type { NoteId } from '../ipc/types/NoteId';
import type { SessionId } from '../ipc/types/SessionId';
import type { Topic } from '../ipc/types/Topic';

/** Words on their way to becoming a release, and where they came from. */
export interface ReleaseDraft {
  wording: string;
  topic: Topic;
  note: NoteId | null;
  session: SessionId | null;
  goal: GoalId | null;
}

/** What is open over the page: one at a time, on whichever screen of an engagement. */
export type Open =
  | { kind: 'who'; engagement: string; item: ItemOf }
  | { kind: 'say'; engagement: string; party: string | null }
  | { kind: 'release'; engagement: string; draft: ReleaseDraft | null }
  | { kind: 'take'; engagement: string; item: ItemOf | null };

/** What is at hand anywhere in an engagement: who may know this, what may I say, release to. */
class AtHand {
  open = $state.raw<Open | null>(null);

  /** Who may know this item, and who does? */
  who(engagement: string, item: ItemOf): void {
    this.open = { kind: 'who', engagement, item };
  }

  /** What may I say to this party, or to the sponsor? */
  say(engagement: string, party: string | null = null): void {
    this.open = { kind: 'say', engagement, party };
  }

  /** Take this item, or the engagement as a whole, to supervision. */
  take(engagement: string, item: ItemOf | null): void {
    this.open = { kind: 'take', engagement, item };
  }

  /** The coachee releases words: these, or some that are still to be typed. */
  release(engagement: string, draft: ReleaseDraft | null = null): void {
    this.open = { kind: 'release', engagement, draft };
  }

  close(): void {
    this.open = null;
  }
}

export const atHand = new AtHand();
