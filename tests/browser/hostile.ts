// The sample practice with an attack in every text and every name of it, in a vault that the
// command line makes. What a text is, the schema of the interchange format says.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, root } from './desk';

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };
type Fields = { [field: string]: Json };
type Schema = {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: Json[];
  type?: string;
};

const strings = JSON.parse(
  readFileSync(new URL('attacks/strings.json', import.meta.url), 'utf8'),
) as { public: Record<string, string[]>; own: string[]; file_names: string[] };
const schema = JSON.parse(
  readFileSync(join(root, 'docs', 'interchange.schema.json'), 'utf8'),
) as Schema & { $defs: Record<string, Schema> };

export const OWN = strings.own;
export const FILE_NAMES = strings.file_names;
/** Each second one is our own, so that all of them come up in every part of a practice. */
const ALL = Object.values(strings.public)
  .flat()
  .flatMap((attack, n) => [OWN[n % OWN.length] ?? attack, attack]);

export const PASSPHRASE = 'four plain words here';

/** Where a text may be missing and its field is there all the same, on some page. */
const FILLED = [
  'coach',
  'organisation',
  'person',
  'party',
  'session',
  'preparation',
  'goalVersion',
];
const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A practice with attacks in it, and what was said where: `~7~` ends the seventh. */
class Attacked {
  readonly said: string[] = [];

  private attack(longest: number): string {
    const n = this.said.length;
    for (let at = n; ; at += 1) {
      const attack = `${ALL[at % ALL.length]} ~${n}~`;
      if (attack.length > longest) continue;
      this.said.push(attack);
      return attack;
    }
  }

  /** `definition` is the name under which the schema keeps what `as` says. */
  walk(as: Schema, value: Json, definition = ''): Json {
    if (as.$ref) {
      const name = as.$ref.replace('#/$defs/', '');
      // A digest stands in a text too: another one would only be a broken chain.
      const digest = typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
      if (name === 'text' && value !== '' && !digest) return this.attack(1_000);
      if (name === 'name') return this.attack(200);
      return this.walk(schema.$defs[name] ?? {}, value, name);
    }
    const ways = as.anyOf ?? as.oneOf;
    if (ways) {
      const way = ways.find((each) => this.fits(each, value));
      return way ? this.walk(way, value, definition) : value;
    }
    if (Array.isArray(value)) return value.map((item) => this.walk(as.items ?? {}, item));
    if (!isFields(value)) return value;
    const filled: Fields = { ...value };
    for (const [field, its] of Object.entries(as.properties ?? {})) {
      if (field in value) filled[field] = this.walk(its, value[field] ?? null);
      else if (FILLED.includes(definition) && its.$ref === '#/$defs/text')
        filled[field] = this.attack(1_000);
    }
    return filled;
  }

  private fits(as: Schema, value: Json): boolean {
    if (as.$ref) return this.fits(schema.$defs[as.$ref.replace('#/$defs/', '')] ?? {}, value);
    if (as.enum) return as.enum.includes(value);
    if (as.type === 'object')
      return isFields(value) && (as.required ?? []).every((field) => field in value);
    return value === null ? as.type === 'null' : as.type === typeof value;
  }
}

/** The ledger's chain over other words, as docs/interchange.md says it is made. */
export function chained(ledger: Fields[]): Fields[] {
  let previous = '';
  return ledger.map((entry) => {
    const what = entry.what as Record<'words' | 'document', Record<string, string> | undefined>;
    const ground = entry.ground as string | Record<string, string | Record<string, string>>;
    const [word, more] =
      typeof ground === 'string' ? [ground, []] : (Object.entries(ground)[0] ?? ['', '']);
    const fields = [
      'three-chairs-ledger-1',
      previous,
      String(entry.number),
      entry.on,
      String(entry.recorded).replace('Z', '+00:00'),
      entry.to ?? '',
      entry.by,
      entry.how,
      ...(what.words
        ? ['words', what.words.topic, what.words.wording, what.words.version ?? '']
        : ['document', what.document?.kind, what.document?.sha256, what.document?.content]),
      word,
      ...(typeof more === 'string'
        ? [more]
        : 'reason' in more
          ? [more.reason, more.kind, more.consulted]
          : []),
    ];
    const hash = createHash('sha256');
    for (const field of fields) {
      const bytes = Buffer.from(String(field));
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(bytes.length));
      hash.update(length).update(bytes);
    }
    const sealed = { ...entry, previous, hash: hash.digest('hex') };
    previous = sealed.hash;
    return sealed;
  });
}

/** What the sample has none of. */
const MORE: Fields = {
  templates: [{ id: 'x', name: 'x', boundaries: [], additions: 'x' }],
  questions: [{ id: 'x', text: 'x' }],
  own: {
    earlier_hours: [
      { id: 'x', client: 'x', contact: 'x', from: '2020-01-01', until: '2020-12-31', paid: 60 },
    ],
    learning: [{ id: 'x', kind: 'course', on: '2026-01-12', minutes: 60, with: 'x', about: 'x' }],
    certificates: [{ learning: 'x', name: 'x', file: 'eA==' }],
    will: {
      language: 'en',
      successor: 'x',
      reach: 'x',
      stand_in: 'x',
      tasks: 'x',
      vault: 'x',
      sealed: 'x',
      tell: 'x',
    },
  },
  holds: [{ id: 'x', engagement: 'tomasz', on: '2026-01-12', reason: 'x' }],
};

function threeChairs(folder: string, ...words: string[]) {
  execFileSync(program('three-chairs'), [...words, '--vault', folder], {
    env: { ...process.env, THREE_CHAIRS_PASSPHRASE: PASSPHRASE },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

export interface Hostile {
  /** The folder of the vault. */
  vault: string;
  /** What was said, by its number. */
  said: string[];
  /** Engagements by their ids, as they were before. */
  engagements: Fields[];
  coach: string;
}

/** Makes the vault in `folder`, which is there. */
export function hostileVault(folder: string): Hostile {
  const vault = join(folder, 'vault');
  const file = join(folder, 'practice.json');
  threeChairs(join(folder, 'sample'), 'sample');
  threeChairs(join(folder, 'sample'), 'export', file);
  const practice = JSON.parse(readFileSync(file, 'utf8')) as Fields;
  const engagements = practice.engagements as Fields[];
  const nadia = engagements.find((engagement) => engagement.id === 'nadia');
  if (!nadia) throw new Error('The sample has no engagement of that id.');
  Object.assign(nadia, {
    supervision: [{ id: 'x', on: '2026-01-12', why: 'x' }],
    masks: [{ name: 'x', becomes: 'x' }],
  });
  const attacked = new Attacked();
  const hostile = attacked.walk(schema, { ...practice, ...MORE }) as Fields;
  hostile.engagements = (hostile.engagements as Fields[]).map((engagement, n) => ({
    ...engagement,
    // It stands in the names of files.
    name: FILE_NAMES[n % FILE_NAMES.length] ?? '',
    ...(engagement.ledger ? { ledger: chained(engagement.ledger as Fields[]) } : {}),
  }));
  writeFileSync(file, JSON.stringify(hostile));
  threeChairs(vault, 'new');
  threeChairs(vault, 'import', file);
  return {
    vault,
    said: attacked.said,
    engagements,
    coach: (hostile.coach as Record<string, string>).name ?? '',
  };
}

/** The elements that the interface itself has in its sources. */
export function ownElements(): string[] {
  const folder = join(root, 'ui', 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.svelte'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .map((source) => source.replace(/<(script|style)[\s\S]*?<\/\1>/g, ''));
  const tags = sources.flatMap((source) => [...source.matchAll(/<([a-zA-Z][\w-]*)/g)]);
  return [...new Set(tags.map(([, tag]) => (tag ?? '').toLowerCase()))];
}
