import type { AccessDecision } from '../../ipc/types/AccessDecision';
import type { AccessItem } from '../../ipc/types/AccessItem';

/** What the coach has chosen for an item, while looking through them. */
export interface Choice {
  what: 'include' | 'leave-out' | 'redact' | undefined;
  /** Why it is left out. */
  reason: string;
  /** What stands in its place. */
  text: string;
}

/** What is proposed: what can go as it is goes; what has to be looked at is not decided. */
export function proposed(item: AccessItem): Choice {
  return {
    what: item.proposed === 'include' ? 'include' : undefined,
    reason: '',
    text: item.text,
  };
}

/** True when nothing is missing: a reason for what is left out, words for what is redacted. */
export function isDecided(choice: Choice): boolean {
  switch (choice.what) {
    case 'include':
      return true;
    case 'leave-out':
      return choice.reason.trim() !== '';
    case 'redact':
      return choice.text.trim() !== '';
    default:
      return false;
  }
}

/** The decisions as Rust takes them; null while one is missing. */
export function decisions(
  items: AccessItem[],
  choices: Map<string, Choice>,
): AccessDecision[] | null {
  const all: AccessDecision[] = [];
  for (const item of items) {
    const choice = choices.get(item.key);
    if (!choice || !isDecided(choice)) return null;
    all.push({
      key: item.key,
      decision:
        choice.what === 'leave-out'
          ? { 'leave-out': { reason: choice.reason.trim() } }
          : choice.what === 'redact'
            ? { redact: { text: choice.text } }
            : 'include',
    });
  }
  return all;
}

/** The items place by place, in the order in which they came; those about the person first. */
export function byPlace(items: AccessItem[]): [string, AccessItem[]][] {
  const places = new Map<string, AccessItem[]>();
  for (const item of items) {
    places.set(item.engagement_name, [...(places.get(item.engagement_name) ?? []), item]);
  }
  return [...places];
}
