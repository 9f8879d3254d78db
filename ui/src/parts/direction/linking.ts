import type { ThreadCard } from '../../ipc/types/ThreadCard';
import { plain, rank } from '../../lib/find';

/** What typing finds: a thread, or a new one on the subject that was typed. */
export type Choice =
  { kind: 'thread'; thread: ThreadCard; there: boolean } | { kind: 'new'; subject: string };

/**
 * The threads that fit what was typed, best first, those in which the insight stands already last;
 * and a new one, unless a thread is called exactly that.
 */
export function choices(threads: ThreadCard[], typed: string, insight: string): Choice[] {
  const subject = typed.trim();
  const found = threads
    .map((thread) => ({
      thread,
      score: rank(subject, thread.subject),
      there: thread.insights.some((each) => each.note.id === insight),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => Number(a.there) - Number(b.there) || b.score - a.score)
    .map(({ thread, there }): Choice => ({ kind: 'thread', thread, there }));
  const taken = threads.some((thread) => plain(thread.subject.trim()) === plain(subject));
  return subject && !taken ? [...found, { kind: 'new', subject }] : found;
}
