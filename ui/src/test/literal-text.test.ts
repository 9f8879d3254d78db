import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { en } from '../messages/en';

const root = join(import.meta.dirname, '..');

function filesOf(ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith(ending) && !name.includes('.test.'),
  );
}

const READ_ALOUD = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'text']);

/** Text that a person would read and that did not come out of the catalogue. */
function literals(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type, data, name, value } = node as Record<string, unknown>;
    if (type === 'Text' && typeof data === 'string' && /\p{L}/u.test(data)) found.push(data.trim());
    if (type === 'StyleDirective') return;
    if (type === 'Attribute') {
      // The page's policy forbids style attributes; style: directives are fine.
      if (name === 'style') found.push('style=');
      if (READ_ALOUD.has(String(name))) walk(value);
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'expression' && key !== 'metadata') walk(child);
    }
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

describe('texts on the screen', () => {
  it('are found when they are written into a component', () => {
    expect(literals('<p title="Hi">{#if a}Hello{/if}</p>')).toEqual(['Hi', 'Hello']);
    expect(literals('<p class="x">{hello} · 12</p>')).toEqual([]);
  });

  it.each(filesOf('.svelte'))('come from the catalogue: %s', (name) => {
    expect(literals(readFileSync(join(root, name), 'utf8'))).toEqual([]);
  });
});

describe('the catalogue', () => {
  const sources = [...filesOf('.svelte'), ...filesOf('.ts')]
    .filter((name) => !name.startsWith('messages/'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
  const families = [...sources.matchAll(/`([a-z_.]+\.)\$\{/g)].map((match) => match[1] ?? '');
  const families2 = [...sources.matchAll(/word\(\s*'([a-z_]+)'/g)].map((match) => `${match[1]}.`);

  it.each(Object.keys(en))('has no message that no screen uses: %s', (key) => {
    const used =
      sources.includes(`'${key}'`) ||
      [...families, ...families2].some((family) => key.startsWith(family));
    expect(used).toBe(true);
  });

  it('has each message once', () => {
    const keys = filesOf('.ts')
      .filter((name) => name.startsWith('messages/en/'))
      .flatMap((name) => [...readFileSync(join(root, name), 'utf8').matchAll(/^ {2}'([^']+)':/gm)])
      .map((match) => match[1]);
    expect(keys).toContain('bringing.title');
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has no empty message and no exclamation mark', () => {
    for (const message of Object.values(en)) {
      const forms: string[] = typeof message === 'string' ? [message] : Object.values(message);
      for (const form of forms) {
        expect(form.trim()).not.toBe('');
        expect(form).not.toContain('!');
        expect(form.toLowerCase()).not.toContain('off track');
      }
    }
  });
});
