import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { t } from '../messages';
import { changeName } from './undoing.svelte';

const sources = join(import.meta.dirname, '../../../crates/practice/src');

/** The names that the desk gives to changes. */
function names(): string[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rs'))
    .flatMap((file) => [
      ...readFileSync(join(sources, file), 'utf8').matchAll(/\.change(?:_case)?\(\s*"([^"]+)"/g),
    ])
    .map((found) => found[1] ?? '');
}

describe('the names of changes', () => {
  it('each have words', () => {
    const found = names();
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((name) => changeName(name) === t('changes.other'))).toEqual([]);
  });

  it('are called a change where they are new', () => {
    expect(changeName('something else')).toBe(t('changes.other'));
    expect(changeName('add self-rating')).toBe('Self-rating added');
  });
});
