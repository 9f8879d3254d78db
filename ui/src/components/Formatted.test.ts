import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Formatted from './Formatted.svelte';

const ATTACKS: string[] = [
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  '[a link](javascript:window.ran=true) <https://example.org> https://example.org',
  '![a picture](https://example.org/a.png)',
  '**<svg onload=alert(1)>** `</div><iframe src=x>` _&lt;b&gt;_',
  '# <h1 onclick=x>\n- <style>*{}</style>\n1. <base href=x>',
  '{@html "<b>x</b>"} {{x}} ${x}',
  '\u202eevil\u202c \0 \ud800',
  '*'.repeat(1_500) + '_a_ **b'.repeat(60),
];

const MADE = 'DIV P BR STRONG EM CODE UL OL LI H2 H3 H4'.split(' ');

describe('a note that is read', () => {
  it('makes no element of what was typed but those that format it', () => {
    for (const text of ATTACKS) {
      const { container, unmount } = render(Formatted, { text });
      const names = [...container.querySelectorAll('*')].map((element) => element.tagName);
      expect(names.filter((name) => !MADE.includes(name))).toEqual([]);
      for (const element of container.querySelectorAll('*'))
        expect(element.getAttributeNames().filter((name) => name !== 'class')).toEqual([]);
      unmount();
    }
    expect('ran' in window).toBe(false);
  });

  it('shows markup as it was typed', () => {
    const { container } = render(Formatted, { text: ATTACKS[1] as string });
    expect(container.textContent.trim()).toBe(ATTACKS[1]);
  });
});
