import type { Attachment } from 'svelte/attachments';
import type { ItemOf } from '../ipc/types/ItemOf';
import type { NoteCard } from '../ipc/types/NoteCard';
import type { SessionPart } from '../ipc/types/SessionPart';
import type { VersionCard } from '../ipc/types/VersionCard';
import type { ReleaseDraft } from './at-hand.svelte';

/** An item of the record where it stands on the screen. */
export interface ItemHere {
  of: ItemOf;
  /** Given, words of it can be released: on which topic, and where they would come from. */
  from?: { topic: ReleaseDraft['topic'] } & Partial<Omit<ReleaseDraft, 'wording' | 'topic'>>;
}

const items = new WeakMap<Element, ItemHere>();
const MARK = 'data-item';

/** Says of an element which item of the record stands in it. */
export function item(here: ItemHere | undefined): Attachment<HTMLElement> {
  return (element) => {
    if (!here) return;
    items.set(element, here);
    element.setAttribute(MARK, '');
    return () => {
      items.delete(element);
      element.removeAttribute(MARK);
    };
  };
}

/** The item in which a node of the page stands, the innermost of several. */
export function itemAt(node: Node | null | undefined): ItemHere | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const holder = element?.closest(`[${MARK}]`);
  return holder ? items.get(holder) : undefined;
}

/** Words that are selected in one item, exactly as they stand there. */
export interface Selected {
  words: string;
  here: ItemHere;
  /** Where to offer what can be done with them. */
  at: { x: number; y: number };
}

/** The words that are selected in one text of the record that can be released from. */
export function selectedWords(): Selected | null {
  const active = document.activeElement;
  if (active instanceof HTMLTextAreaElement) {
    const words = active.value.slice(active.selectionStart, active.selectionEnd).trim();
    const box = active.getBoundingClientRect();
    // Where exactly in a field words stand cannot be asked: its upper edge is near enough.
    return selected(words, itemAt(active), { x: box.left + box.width / 2, y: box.top });
  }
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  // Only the record's own words, and only those of one text: no label, no button, no second item.
  const range = selection.getRangeAt(0);
  const from = range.startContainer;
  const text = (from instanceof Element ? from : from.parentElement)?.closest('.said');
  const words = selection.toString().trim();
  if (!text?.textContent.includes(words)) return null;
  const box = range.getBoundingClientRect();
  return selected(words, itemAt(text), {
    x: box.left + box.width / 2,
    y: box.top,
  });
}

function selected(
  words: string,
  here: ItemHere | undefined,
  at: { x: number; y: number },
): Selected | null {
  return words && here?.from ? { words, here, at } : null;
}

/** A release of selected words, prefilled with where they came from. */
export function draftOf({ words, here }: Selected): ReleaseDraft | null {
  if (!here.from) return null;
  return { note: null, session: null, goal: null, ...here.from, wording: words };
}

/** A note: its words can be released on its topic. */
export function noteHere(note: NoteCard): ItemHere {
  return { of: { note: note.id }, from: { topic: note.topic, note: note.id, goal: note.goal } };
}

/** One wording of a goal. */
export function versionHere(version: VersionCard, goal: string): ItemHere {
  return { of: { 'goal-version': version.id }, from: { topic: 'current-goals', goal } };
}

/** One of the texts of a session; the coach's own note is not the coachee's to release. */
export function sessionHere(session: string, part: SessionPart): ItemHere {
  const of = { 'session-text': { session, part } };
  return part === 'reflective' ? { of } : { of, from: { topic: 'session-content', session } };
}
