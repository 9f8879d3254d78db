import { en } from './en';
import { labels } from './labels.svelte';

type Catalogue = typeof en;

/** The name of a message. */
export type Key = keyof Catalogue;

type Forms = { zero?: string; one: string; other: string };

type Label = 'coachee' | 'Coachee' | 'coachees' | 'Coachees';

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type TextOf<M> = M extends { other: infer Other } ? Other : M;

type Params<K extends Key> =
  | Exclude<Names<TextOf<Catalogue[K]>>, Label>
  | (Catalogue[K] extends { other: string } ? 'n' : never);

type Args<K extends Key> = [Params<K>] extends [never]
  ? []
  : [params: Record<Params<K>, string | number>];

/**
 * The text of a message, with its placeholders filled in. A message with `one` and `other` forms
 * takes `n` and picks the form by it; where there is a `zero` form, that one stands for none.
 */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  const message = en[key] as string | Forms;
  const params = (args[0] ?? {}) as Record<string, string | number>;
  const text = typeof message === 'string' ? message : formOf(message, params.n);
  const filled: Record<string, string | number> = { ...labels.words, ...params };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(filled[name] ?? whole));
}

function formOf(forms: Forms, n: string | number | undefined): string {
  if (n === 0) return forms.zero ?? forms.other;
  return n === 1 ? forms.one : forms.other;
}

/** True when the catalogue has a message of this name. */
export function has(key: string): key is Key {
  return key in en;
}
