import { afterEach, describe, expect, it } from 'vitest';
import { halfFilled, noteForms } from './kept-form';

const stops: (() => void)[] = [];

function page(html: string) {
  document.body.innerHTML = html;
  stops.push(noteForms());
}

function type(id: string, text: string) {
  const field = document.getElementById(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  document.body.innerHTML = '';
});

describe('a form half filled', () => {
  it('is nothing while nobody typed', () => {
    page('<form><label>Name <input id="a" value="Maya"></label></form>');
    expect(halfFilled()).toBeNull();
  });

  it('is all that stands in the form, with its labels', () => {
    page(`<dialog open><h2>A  note</h2><form>
      <label for="a">What</label><textarea id="a"></textarea>
      <label for="b">Kind</label><select id="b"><option>insight</option></select>
      <label for="c">Left empty</label><input id="c">
    </form></dialog>`);
    type('a', 'She saw it.');
    expect(halfFilled()).toEqual({
      title: 'A note',
      fields: [
        { label: 'What', text: 'She saw it.' },
        { label: 'Kind', text: 'insight' },
      ],
    });
  });

  it('never keeps a passphrase, nor what was cleared again', () => {
    page('<form><input id="a" type="password"><input id="b" aria-label="Name"></form>');
    type('a', 'four plain words here');
    expect(halfFilled()).toBeNull();
    type('b', ' ');
    expect(halfFilled()).toBeNull();
  });

  it('is gone with its form', () => {
    page('<form><input id="a"></form>');
    type('a', 'x');
    document.body.innerHTML = '<form><input id="a" value="y"></form>';
    expect(halfFilled()).toBeNull();
  });
});
