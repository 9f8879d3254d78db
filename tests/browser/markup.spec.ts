// Markup, script, templates and hostile names in every text of a practice: shown as text on each
// page and written as text into each document; nothing is loaded, nothing runs.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { Desk, expect, test as base } from './desk';
import { FILE_NAMES, OWN, PASSPHRASE, hostileVault, ownElements, type Hostile } from './hostile';
import { madeOf } from './papers';

// The command line makes the sample around the day on which it is called.
const DAY = new Date().toLocaleDateString('sv-SE');

// One vault is enough for all of them: each test has a copy of it.
base.describe.configure({ mode: 'default' });
const test = base.extend<object, { hostile: Hostile }>({
  hostile: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'three-chairs-hostile-'));
      await use(hostileVault(folder));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
test.use({ day: DAY });

const ELEMENTS = ownElements();

/** Asks the desk, and takes no refusal. */
const ask = async <T>(desk: Desk, command: string, input: unknown = null): Promise<T> =>
  taken((await desk.ask(command, input)) as Answer<T>, command);

interface Answer<T> {
  ok?: T;
  error?: { code: string; field: string | null };
}

function taken<T>(answer: Answer<T>, command: string): T {
  expect(answer.error, command).toBeUndefined();
  return answer.ok as T;
}

/** Opens a copy of the vault. */
async function unlocked(desk: Desk, hostile: Hostile) {
  const folder = join(desk.folder, 'hostile');
  cpSync(hostile.vault, folder, { recursive: true });
  await ask(desk, 'unlock', { folder, passphrase: PASSPHRASE });
}

/** Counts what the page does that no text may make it do. */
async function guarded(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (!/^\/(assets\/[\w.-]+|icon\.svg)?$/.test(path)) faults.push(`a request: ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) faults.push(`a frame: ${frame.url()}`);
  });
  return faults;
}

/**
 * What stands in the page that no text may put there, and how many texts end in it. A text whose
 * end is seen has to be seen whole: a browser that had read it as markup would show less.
 */
async function looked(
  page: Page,
  said: string[],
  where: string,
  /** False where texts are shortened, or names in them are taken out. */
  whole = true,
): Promise<number> {
  const { faults, seen } = await page.evaluate(
    ({ own, said, engagements, whole }) => {
      const faults: string[] = [];
      const values: string[] = [];
      for (const element of document.body.querySelectorAll('*')) {
        const name = element.tagName.toLowerCase();
        if (!own.includes(name)) faults.push(`<${name}>`);
        for (const attribute of element.attributes)
          if (/^(on|srcdoc|action|formaction|xlink:)/.test(attribute.name))
            faults.push(`<${name} ${attribute.name}>`);
        const address = element.getAttribute('href') ?? '#';
        if (!address.startsWith('#')) faults.push(`<${name} href="${address}">`);
        if (element.hasAttribute('src')) faults.push(`<${name} src>`);
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
          values.push(element.value);
      }
      for (const element of document.head.children)
        if (element.matches('base, [http-equiv]')) faults.push(element.outerHTML);
      if ('hacked' in window) faults.push('a script has run');

      // Light Markdown takes some signs away, and a field takes line ends away.
      const plain = (text: string) => text.replace(/[`*_\s]+/gu, '');
      const all = plain([document.body.textContent, ...values].join('\n'));
      const marks = new Set([...all.matchAll(/~(\d+)~/g)].map(([, mark]) => Number(mark)));
      for (const mark of marks)
        if (whole && !all.includes(plain(said[mark] ?? '?')))
          faults.push(`not whole: ${said[mark]}`);
      const names = engagements.filter((name) => name.length > 8 && all.includes(plain(name)));
      return { faults, seen: marks.size + names.length };
    },
    { own: ELEMENTS, said, engagements: FILE_NAMES, whole },
  );
  expect.soft(faults, where).toEqual([]);
  return seen;
}

/** A place of the practice. */
async function at(page: Page, hash: string) {
  await page.evaluate((to) => (location.hash = to), hash);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Opens what opens by a button that ends in “…”, or by these keys, and looks at each. */
async function dialogs(page: Page, said: string[], where: string, keys = ''): Promise<number> {
  const open = page.locator('dialog[open]');
  const buttons = page.locator('main button');
  const different = await buttons.evaluateAll((all) => {
    const labels = all.map((button) => /^[\w ]+…/.exec((button as HTMLElement).innerText)?.[0]);
    return labels.flatMap((label, n) => {
      const may = label && !(all[n] as HTMLButtonElement).disabled && all[n]?.checkVisibility();
      return may && labels.indexOf(label) === n ? [n] : [];
    });
  });
  let opened = 0;
  const one = async (what: string, act: () => Promise<unknown>) => {
    await act();
    await page.waitForTimeout(60);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await looked(page, said, `${where}, ${what}`);
    for (let left = 3; left > 0 && (await open.count()) > 0; left -= 1) {
      opened += left === 3 ? 1 : 0;
      await page.keyboard.press('Escape');
      await page.waitForTimeout(30);
    }
    await expect(open).toHaveCount(0);
  };
  for (const n of different)
    if (n < (await buttons.count()))
      await one(`button ${n}`, () => buttons.nth(n).dispatchEvent('click'));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of keys) await one(`key ${key}`, () => page.keyboard.press(key));
  return opened;
}

/** Pages without a word of the coach's own. */
const SILENT = ['#/new', '#/practice/backups', '#/practice/changes'];

test('what is written stays what was written, on every page', async ({ page, desk, hostile }) => {
  const faults = await guarded(page);
  const { said, engagements } = hostile;
  await unlocked(desk, hostile);
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  type Party = { id: string; role: string; person: string };
  const nadia = '#/engagement/nadia';
  const all = engagements.flatMap((engagement) =>
    (engagement.parties as Party[]).map((party) => ({ ...party, engagement: engagement.id })),
  );
  const roles = [...new Set(all.map((party) => party.role))];
  expect(roles.length).toBeGreaterThan(4);
  const keys: Record<string, string> = {
    [`${nadia}/goals`]: 'nws',
    [`${nadia}/direction`]: 'pnth',
    [`${nadia}/measures`]: 'crln',
    [`${nadia}/sessions`]: 'nrb',
    [`${nadia}/alignment`]: 'pn',
    [`${nadia}/meetings`]: 'n',
    [`${nadia}/ledger`]: 'ns',
    [`${nadia}/thread/nadia-thread1`]: 'ne',
    '#/people': 'nb',
    '#/engagements': 'b',
  };
  const coachee = all.find((party) => party.id === 'nadia-coachee')?.person ?? '';
  const parts = 'story goals direction measures sessions boundaries alignment meetings documents';
  const places = [
    ...['today', 'engagements', 'new', 'people', `people/${coachee}`, 'settings'].map(
      (place) => `#/${place}`,
    ),
    ...'hours supervision retention changes backups will'
      .split(' ')
      .map((part) => `#/practice/${part}`),
    ...[...parts.split(' '), 'ledger', 'closing', 'thread/nadia-thread1'].map(
      (part) => `${nadia}/${part}`,
    ),
    ...'story boundaries closing ledger'.split(' ').map((part) => `#/engagement/lucia/${part}`),
    ...'closing ledger documents'.split(' ').map((part) => `#/engagement/mateus/${part}`),
    '#/engagement/mei/ledger',
    ...roles.flatMap((role) => {
      const party = all.find((each) => each.role === role && each.engagement !== 'ottilie');
      return party ? [`#/engagement/${party.engagement}/chair/${party.id}`] : [];
    }),
    ...['prepare', 'notes', 'close'].map((part) => `${nadia}/session/nadia-s8/${part}`),
    `${nadia}/session/nadia-s13/prepare`,
    ...['prepare', 'hold', 'afterwards'].map((part) => `${nadia}/meeting/nadia-midpoint/${part}`),
    `${nadia}/meeting/nadia-contracting/afterwards`,
  ];
  let opened = 0;
  for (const place of places) {
    await at(page, place);
    await page.locator('main details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    const look = () => looked(page, said, place);
    if (SILENT.includes(place)) await look();
    else await expect.poll(look, `texts on ${place}`).toBeGreaterThan(0);
    // An access request is long; its dialogs write a file and show no text.
    if (!place.startsWith('#/people/')) opened += await dialogs(page, said, place, keys[place]);
  }
  expect(opened).toBeGreaterThan(25);

  // A card of the story in time, for each of its first stops.
  await at(page, `${nadia}/story`);
  await page.locator('.picture').first().locator('[tabindex="0"]').first().focus();
  for (let n = 0; n < 8; n += 1) {
    await looked(page, said, `card ${n}`);
    await page.keyboard.press('ArrowRight');
  }

  // Previews, one of each kind.
  await at(page, `${nadia}/documents`);
  const lists = page.locator('main nav').last().locator('ul');
  const kinds = await lists.count();
  expect(kinds).toBeGreaterThan(5);
  for (let kind = 0; kind < kinds; kind += 1) {
    await lists.nth(kind).getByRole('button').first().click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // A client's story is refused where every wording holds a name.
    await expect(page.locator('article.paper, main [role=alert]').first()).toBeVisible();
    const nameless = await page.locator('article.paper', { hasText: 'without names' }).count();
    await looked(page, said, `preview ${kind}`, nameless === 0);
  }

  // Files from elsewhere, by their names and what stands in them.
  const files = OWN.slice(0, 12).map((attack, n) => ({
    name: `2026-01-${n + 10} ${attack.replaceAll('/', '∕')}.md`,
    mimeType: 'text/markdown',
    buffer: Buffer.from(attack),
  }));
  await at(page, `${nadia}/sessions`);
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The files').setInputFiles(files);
  await expect(dialog.getByRole('listitem')).toHaveCount(files.length);
  await expect(dialog.getByText(OWN[0] ?? '?').first()).toBeVisible();
  await looked(page, said, 'notes of sessions');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  for (const words of ['<script>', '../..', 'hacked', 'alert']) {
    await page.getByRole('combobox', { name: 'Find anything' }).fill(words);
    await page.waitForTimeout(300);
    await looked(page, said, `found ${words}`, false);
  }
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // At last the table, from which nothing else is reached.
  await at(page, `${nadia}/meeting/nadia-midpoint/hold`);
  await page.getByRole('button', { name: /Lay it on the table/ }).click();
  await expect(page.getByRole('main', { name: 'The meeting’s table' })).toBeVisible();
  expect(await looked(page, said, 'the table')).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

interface Asked {
  kind: string;
  engagement: string;
}

/** The documents of an engagement that can be made now. */
async function documents(desk: Desk, engagement: string): Promise<Asked[]> {
  const page = await ask<{ documents: { document: Asked }[] }>(desk, 'engagement', { engagement });
  return page.documents.map((row) => row.document);
}

/** One of each kind, and those without names. */
async function kinds(desk: Desk, engagement: string): Promise<Asked[]> {
  const rows = await documents(desk, engagement);
  const nameless = (['case-sheet', 'client-story'] as const).map((kind) => ({
    ...{ engagement, kind, party: null, meeting: null, on: null },
    ...{ reflections: false, question: '' },
  }));
  return [
    ...rows.filter((row, n) => rows.findIndex((each) => each.kind === row.kind) === n),
    ...nameless,
  ];
}

test('what is written stays what was written, in every document', async ({
  page,
  desk,
  hostile,
}) => {
  const faults = await guarded(page);
  await unlocked(desk, hostile);
  // Under no CSP: what a document says of itself is only read.
  const reader = await page.context().newPage();
  const untouched = new Desk(DAY);
  await ask(untouched, 'open_sample');

  const formats = ['html', 'docx', 'md', 'pdf'];
  /** What all documents of a format are made of, and their words in HTML. */
  const write = async (from: Desk) => {
    const made = new Map(formats.map((format) => [format, new Set<string>()]));
    const words: string[] = [];
    for (const engagement of ['nadia', 'mateus']) {
      for (const document of await kinds(from, engagement)) {
        for (const format of formats) {
          // Typesetting takes a build for development seconds.
          if (format === 'pdf' && !(engagement === 'nadia' && document.kind === 'brief')) continue;
          // A client's story is refused where every wording holds a name.
          const input = { document, format, folder: from.folder, hand_over: false };
          const answer = (await from.ask('write_document', input)) as Answer<{ path: string }>;
          if (document.kind === 'client-story' && answer.error) continue;
          const path = taken(answer, 'write_document').path;
          expect(dirname(path)).toBe(from.folder);
          const bytes = readFileSync(path);
          for (const line of await madeOf(reader, format, bytes)) made.get(format)?.add(line);
          if (format === 'html') words.push(bytes.toString());
        }
      }
    }
    return { made, words };
  };
  const plain = await write(untouched);
  const attacked = await write(desk);
  await untouched.close();
  for (const format of formats) {
    const known = plain.made.get(format);
    const news = [...(attacked.made.get(format) ?? [])].filter((line) => !known?.has(line));
    expect.soft(news, format).toEqual([]);
    if (format !== 'pdf') expect(known?.size, format).toBeGreaterThan(1);
  }
  const seen = await reader.evaluate(
    (words) =>
      words.map((source) => new DOMParser().parseFromString(source, 'text/html').body.textContent),
    attacked.words,
  );
  const whole = OWN.filter((attack) => seen.some((text) => text.includes(attack)));
  expect(whole.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('no name leads out of the folder, and every name is one for a file', async ({
  desk,
  hostile,
}) => {
  await unlocked(desk, hostile);
  const folder = join(desk.folder, 'chosen');
  mkdirSync(folder);
  const before = readdirSync(desk.folder);

  const paths: string[] = [];
  for (const { id } of hostile.engagements) {
    const [document] = await documents(desk, String(id));
    if (!document) continue;
    const { path } = await ask<{ path: string }>(desk, 'write_document', {
      ...{ document, format: 'md', folder, hand_over: false },
    });
    paths.push(path);
  }
  expect(paths.length).toBeGreaterThan(8);

  for (const name of [...FILE_NAMES, ...OWN, 'x'.repeat(300), 'x\0.pdf', 'x\n.pdf']) {
    const certificate = { name, file: 'eA==' };
    const given = (await desk.ask('set_certificate', {
      learning: 'x',
      certificate,
    })) as Answer<null>;
    // Refused as a name, or kept and written.
    if (given.error) expect(given.error.field, name).toBe('certificate');
    else
      paths.push(
        (await ask<{ path: string }>(desk, 'write_certificate', { learning: 'x', folder })).path,
      );
  }
  expect(paths.length).toBeGreaterThan(FILE_NAMES.length + OWN.length);
  for (const path of paths) {
    const name = basename(path);
    expect(dirname(path), name).toBe(folder);
    expect(name).toMatch(/^[\p{Alphabetic}\p{N}_(-][\p{Alphabetic}\p{N} ._()-]*$/u);
    expect(name).not.toMatch(/[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    expect(Buffer.byteLength(name), name).toBeLessThanOrEqual(255);
  }
  expect(readdirSync(folder).sort()).toEqual(paths.map((path) => basename(path)).sort());
  expect(readdirSync(desk.folder)).toEqual(before);
});
