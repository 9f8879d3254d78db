import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, item, itemAt, selectedWords, type ItemHere } from './items';

const note: ItemHere = { of: { note: 'n1' }, from: { topic: 'insights', note: 'n1', goal: 'g1' } };
const other: ItemHere = { of: { contact: 'c1' } };

function page(): { element: (id: string) => HTMLElement; text: (id: string) => Node } {
  document.body.innerHTML = `
    <div id="outer"><button id="free">x</button>
      <div id="note"><p class="said" id="a">I have handed the launch to Jo.</p>
        <button id="in">Remove</button><p class="said" id="b">More of it.</p></div>
      <div id="contact"><p class="said" id="c">They told me.</p></div>
      <div id="field"><textarea id="t">What was said, at length.</textarea></div>
    </div>`;
  const element = (id: string) => document.getElementById(id) as HTMLElement;
  item(note)(element('note'));
  item(other)(element('contact'));
  item({
    of: { 'session-text': { session: 's1', part: 'record' } },
    from: { topic: 'session-content', session: 's1' },
  })(element('field'));
  Range.prototype.getBoundingClientRect = () => new DOMRect(10, 20, 100, 10);
  return { element, text: (id) => element(id).firstChild as Node };
}

function select(from: Node, start: number, to: Node, end: number): void {
  window.getSelection()?.setBaseAndExtent(from, start, to, end);
}

afterEach(() => {
  window.getSelection()?.removeAllRanges();
  (document.activeElement as HTMLElement | null)?.blur();
});

describe('an item on the screen', () => {
  it('is found from anything that stands in it, and nowhere else', () => {
    const { element, text } = page();
    expect(itemAt(element('in'))).toBe(note);
    expect(itemAt(text('a'))).toBe(note);
    expect(itemAt(element('free'))).toBeUndefined();
    expect(itemAt(null)).toBeUndefined();
  });

  it('is forgotten with its element', () => {
    const { element } = page();
    const forget = item(other)(element('outer'));
    expect(itemAt(element('free'))).toBe(other);
    if (typeof forget === 'function') forget();
    expect(itemAt(element('free'))).toBeUndefined();
  });
});

describe('selected words', () => {
  it('are exactly those of one text, with where they came from', () => {
    const { text } = page();
    select(text('a'), 0, text('a'), 26);
    const found = selectedWords();
    expect(found?.words).toBe('I have handed the launch t');
    expect(found && draftOf(found)).toEqual({
      wording: 'I have handed the launch t',
      topic: 'insights',
      note: 'n1',
      session: null,
      goal: 'g1',
    });
  });

  it('are none across two texts, of a button, or of what cannot be released from', () => {
    const { text } = page();
    select(text('a'), 0, text('b'), 4);
    expect(selectedWords()).toBeNull();
    select(text('in'), 0, text('in'), 3);
    expect(selectedWords()).toBeNull();
    select(text('c'), 0, text('c'), 4);
    expect(selectedWords()).toBeNull();
    select(text('a'), 3, text('a'), 3);
    expect(selectedWords()).toBeNull();
  });

  it('are read from a field as well', () => {
    const { element } = page();
    const field = element('t') as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(0, 13);
    expect(selectedWords()?.words).toBe('What was said');
    field.setSelectionRange(4, 4);
    expect(selectedWords()).toBeNull();
  });
});
