import type { Chair } from './chairs';
import type { Channel } from '../ipc/types/Channel';
import type { CommitmentStatus } from '../ipc/types/CommitmentStatus';
import type { Consent } from '../ipc/types/Consent';
import type { EngagementStatus } from '../ipc/types/EngagementStatus';
import type { MeetingKind } from '../ipc/types/MeetingKind';
import type { LearningKind } from '../ipc/types/LearningKind';
import type { Prompt } from '../ipc/types/Prompt';
import type { Role } from '../ipc/types/Role';
import type { Rule } from '../ipc/types/Rule';
import type { SessionStatus } from '../ipc/types/SessionStatus';
import type { ShiftKind } from '../ipc/types/ShiftKind';
import type { Stance } from '../ipc/types/Stance';
import type { TellingState } from '../ipc/types/TellingState';
import type { Topic } from '../ipc/types/Topic';

// The words in the order in which they are offered. The types come from Rust: a word that Rust does
// not know does not compile here, and one that is missing here fails a test.

function all<T extends string>(words: Record<T, true>): T[] {
  return Object.keys(words) as T[];
}

export const TOPICS = all<Topic>({
  engagement: true,
  attendance: true,
  fees: true,
  'baseline-goals': true,
  'current-goals': true,
  progress: true,
  themes: true,
  commitments: true,
  'support-needed': true,
  purpose: true,
  insights: true,
  practices: true,
  'session-content': true,
  assessments: true,
  'feedback-combined': true,
  'feedback-verbatim': true,
  alignment: true,
  'sponsor-contact': true,
  'meeting-outcomes': true,
  reflections: true,
});

export const ROLES = all<Role>({
  coachee: true,
  sponsor: true,
  'line-manager': true,
  'hr-partner': true,
  stakeholder: true,
  supervisor: true,
});

export const RULES = all<Rule>({
  shared: true,
  'with-consent': true,
  'coachee-shares': true,
  confidential: true,
});

export const SHIFTS = all<ShiftKind>({
  clarified: true,
  morphed: true,
  're-scoped': true,
  reprioritised: true,
  replaced: true,
  split: true,
  merged: true,
  paused: true,
  resumed: true,
  achieved: true,
  'let-go': true,
});

export const PROMPTS = all<Prompt>({
  insight: true,
  event: true,
  stakeholder: true,
  organisation: true,
  unsaid: true,
});

export const TELLINGS = all<TellingState>({
  'not-discussed': true,
  deciding: true,
  'will-tell': true,
  told: true,
  agreed: true,
  private: true,
});

export const LEARNING_KINDS = all<LearningKind>({
  supervision: true,
  'group-supervision': true,
  mentoring: true,
  course: true,
  event: true,
  study: true,
  other: true,
});

export const CONSENTS = all<Consent>({
  'in-writing': true,
  'by-message': true,
  'said-and-confirmed': true,
});

export const ENGAGEMENT_STATUSES = all<EngagementStatus>({
  enquiry: true,
  chemistry: true,
  contracting: true,
  active: true,
  paused: true,
  closing: true,
  ended: true,
});

export const SESSION_STATUSES = all<SessionStatus>({
  planned: true,
  held: true,
  cancelled: true,
  missed: true,
});

export const MEETING_KINDS = all<MeetingKind>({
  before: true,
  contracting: true,
  'mid-point': true,
  closing: true,
  'when-needed': true,
});

export const STANCES = all<Stance>({
  champion: true,
  supportive: true,
  unsure: true,
  sceptical: true,
  conflicting: true,
  unknown: true,
});

export const CHANNELS = all<Channel>({
  meeting: true,
  'in-person': true,
  call: true,
  message: true,
  document: true,
});

export const COMMITMENT_STATUSES = all<CommitmentStatus>({
  open: true,
  kept: true,
  'let-go': true,
});

/** Sponsor, line manager and HR partner: those who sit on the third chair. */
export const SPONSORS_SIDE: Role[] = ['sponsor', 'line-manager', 'hr-partner'];

/** The colour of a chair: the coachee sits on the second, everybody else beyond the coach on the third. */
export function chairOf(role: Role): Chair {
  return role === 'coachee' ? 'two' : 'three';
}

/** The choices of a select field, from a list of words and their messages. */
export function choices<T extends string>(
  words: readonly T[],
  label: (word: T) => string,
): { value: T; label: string }[] {
  return words.map((word) => ({ value: word, label: label(word) }));
}
