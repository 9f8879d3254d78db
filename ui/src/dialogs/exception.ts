import type { Consulted } from '../ipc/types/Consulted';
import type { ExceptionKind } from '../ipc/types/ExceptionKind';

export const EXCEPTION_KINDS: ExceptionKind[] = ['danger', 'illegality', 'court-order', 'law'];
export const CONSULTED: Consulted[] = ['supervisor', 'insurer', 'lawyer', 'nobody'];

/** What is chosen and written on the way to an exception. Nothing is chosen beforehand. */
export interface ExceptionDraft {
  kind?: ExceptionKind;
  consulted?: Consulted;
  words: string;
  reason: string;
  /** The sentence that has to be typed before it can be recorded. */
  typed: string;
}

export const STEPS = ['forced', 'consult', 'words'] as const;
export type Step = (typeof STEPS)[number];

/** The field of a refusal stands on one of the steps. */
const FIELDS: Record<string, Step> = {
  kind: 'forced',
  party: 'forced',
  topic: 'forced',
  consulted: 'consult',
};

export function stepOf(field: string): Step {
  return FIELDS[field] ?? 'words';
}

/** True when the step is answered: the next one, or the recording, may follow. */
export function answered(step: Step, draft: ExceptionDraft, sentence: string): boolean {
  switch (step) {
    case 'forced':
      return draft.kind !== undefined;
    case 'consult':
      return draft.consulted !== undefined;
    case 'words':
      return (
        draft.words.trim() !== '' && draft.reason.trim() !== '' && confirmed(draft.typed, sentence)
      );
  }
}

/** What was typed is the sentence; capitals, blanks around it and a full stop do not count. */
export function confirmed(typed: string, sentence: string): boolean {
  const bare = (text: string) => text.trim().replace(/\.$/, '').toLowerCase();
  return bare(sentence) !== '' && bare(typed) === bare(sentence);
}
