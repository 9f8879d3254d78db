import type { GoalCard } from '../ipc/types/GoalCard';
import type { GoalId } from '../ipc/types/GoalId';
import type { GoalStatus } from '../ipc/types/GoalStatus';
import type { MeetingId } from '../ipc/types/MeetingId';
import type { PartyId } from '../ipc/types/PartyId';
import type { Prompt } from '../ipc/types/Prompt';
import type { SessionId } from '../ipc/types/SessionId';
import type { ShiftGoal } from '../ipc/types/ShiftGoal';
import type { ShiftKind } from '../ipc/types/ShiftKind';
import type { VersionCard } from '../ipc/types/VersionCard';
import type { Day } from '../lib/days';
import { SHIFTS } from '../lib/words';

/** A goal that could shift, as it stands. */
export interface Going {
  id: GoalId;
  now: VersionCard;
}

/** One letter for each kind. */
export const LETTERS: Record<ShiftKind, string> = {
  clarified: 'c',
  morphed: 'm',
  're-scoped': 'r',
  reprioritised: 'o',
  replaced: 'x',
  split: 's',
  merged: 'g',
  paused: 'p',
  resumed: 'u',
  achieved: 'a',
  'let-go': 'l',
};

/** What the one sentence of the form says, by kind. */
export type Saying = 'wording' | 'replaced' | 'split' | 'merged' | 'reason';

export function sayingOf(kind: ShiftKind): Saying {
  switch (kind) {
    case 'clarified':
    case 'morphed':
    case 're-scoped':
      return 'wording';
    case 'replaced':
    case 'split':
    case 'merged':
      return kind;
    default:
      return 'reason';
  }
}

const GOES_ON: GoalStatus[] = ['emerging', 'active', 'paused'];

/** The goals that go on, in their order. */
export function going(goals: GoalCard[]): Going[] {
  return goals.flatMap((goal) => {
    const now = goal.versions.at(-1);
    return now && GOES_ON.includes(now.status) ? [{ id: goal.id, now }] : [];
  });
}

/** The kinds that are possible for a goal. */
export function kindsFor(status: GoalStatus, others: number): ShiftKind[] {
  const never: ShiftKind = status === 'paused' ? 'paused' : 'resumed';
  return SHIFTS.filter((kind) => kind !== never && (kind !== 'merged' || others > 0));
}

/** What is filled in. */
export interface Draft {
  /** The goal that shifts; with *merged* the goals that become one. */
  goals: GoalId[];
  kind: ShiftKind;
  sentence: string;
  /** What is said under "More"; a reason there where the sentence is something else. */
  reason: string;
  words: string;
  weight: number;
  place: number;
  prompt: Prompt;
  raisedBy: PartyId | null;
  session: SessionId | null;
  meeting: MeetingId | null;
  on: Day | null;
}

/** Several titles in one sentence. */
export function titles(sentence: string): string[] {
  return sentence
    .split(/[;\n]/)
    .map((title) => title.trim())
    .filter((title) => title !== '');
}

const same = (a: string, b: string) =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** A title is that of a goal that goes on, or of a new one. */
function named(title: string, others: Going[]): { into: GoalId[]; into_new: string[] } {
  const known = others.find((goal) => same(goal.now.title, title));
  return known ? { into: [known.id], into_new: [] } : { into: [], into_new: [title] };
}

function successors(draft: Draft, all: Going[]): Pick<ShiftGoal, 'into' | 'into_new' | 'also'> {
  const others = all.filter((goal) => !draft.goals.includes(goal.id));
  const sentence = draft.sentence.trim();
  switch (draft.kind) {
    case 'replaced':
      return { ...(sentence ? named(sentence, others) : { into: [], into_new: [] }), also: [] };
    case 'split': {
      const each = titles(draft.sentence).map((title) => named(title, others));
      return {
        into: each.flatMap((one) => one.into),
        into_new: each.flatMap((one) => one.into_new),
        also: [],
      };
    }
    case 'merged': {
      const [first, ...rest] = draft.goals;
      if (sentence) return { ...named(sentence, others), also: rest };
      // Without a new goal the others go into the first one.
      return { into: first ? [first] : [], into_new: [], also: rest.slice(1) };
    }
    default:
      return { into: [], into_new: [], also: [] };
  }
}

/** Which goal the shift is of: with a merge into the first one, the first of the others. */
function subject(draft: Draft): GoalId {
  const into = draft.kind === 'merged' && draft.sentence.trim() === '';
  return (into ? draft.goals[1] : draft.goals[0]) ?? draft.goals[0] ?? '';
}

function wordingOf(draft: Draft, now: VersionCard): ShiftGoal['wording'] {
  const { title, words, why, measure, weight } = now;
  const kept = { title, words, why, measure, weight };
  if (sayingOf(draft.kind) === 'wording') {
    const said = draft.sentence.trim();
    if (said || draft.words !== words) {
      return { ...kept, title: said || title, words: draft.words };
    }
  }
  if (draft.kind === 'reprioritised' && draft.weight !== weight) {
    return { ...kept, weight: draft.weight };
  }
  return null;
}

/** What is recorded. */
export function shiftOf(draft: Draft, all: Going[]): Omit<ShiftGoal, 'engagement'> {
  const goal = subject(draft);
  const now = all.find((candidate) => candidate.id === goal)?.now;
  return {
    goal,
    kind: draft.kind,
    prompt: draft.prompt,
    reason: sayingOf(draft.kind) === 'reason' ? draft.sentence.trim() : draft.reason,
    raised_by: draft.raisedBy,
    ...successors(draft, all),
    wording: now ? wordingOf(draft, now) : null,
    place: draft.kind === 'reprioritised' ? draft.place : null,
    on: draft.on,
    session: draft.session,
    meeting: draft.meeting,
  };
}

/** The fields that stand under "More": a refusal at one of them opens it. */
export function standsUnderMore(field: string | null, kind: ShiftKind): boolean {
  const reason = sayingOf(kind) !== 'reason' ? ['reason'] : [];
  const more = ['on', 'prompt', 'raised_by', 'words', 'weight', 'session', 'meeting', ...reason];
  return field !== null && more.includes(field);
}
