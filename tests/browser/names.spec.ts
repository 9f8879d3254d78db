// Names as long as people make them, with and without a space: they cover nothing.
import type { Page } from '@playwright/test';
import { at, expect, test, type Desk } from './desk';

const LONG = ['Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200), 'Anna Maria '.repeat(18).trim()];
const PAGES = [
  '#/engagement/nadia/story',
  '#/engagement/nadia/boundaries',
  '#/engagement/nadia/session/nadia-s8/notes',
  '#/engagement/nadia/meeting/nadia-midpoint/prepare',
  '#/engagement/nadia/chair/nadia-sponsor',
  '#/engagement/nadia/closing',
];

/** Which of a page's head lie over one another or beyond the window. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const head = document.querySelector('.page > .top');
    const parts = [...(head?.querySelectorAll('h1, .crumbs a, .row-spread .row > *') ?? [])].map(
      (part) => ({
        name: part.textContent.trim().slice(0, 30),
        box: part.getBoundingClientRect(),
        // What is drawn of it, where that is wider than its box.
        right: part.getBoundingClientRect().left + Math.max(part.scrollWidth, part.clientWidth),
      }),
    );
    const over = parts.flatMap((a, i) =>
      parts
        .slice(i + 1)
        .filter(
          (b) =>
            a.box.left < b.right - 1 &&
            b.box.left < a.right - 1 &&
            a.box.top < b.box.bottom - 1 &&
            b.box.top < a.box.bottom - 1,
        )
        .map((b) => `${a.name} lies over ${b.name}`),
    );
    const beyond = parts
      .filter((part) => part.right > innerWidth)
      .map((part) => `${part.name} is cut`);
    return { parts: parts.length, faults: [...over, ...beyond] };
  });

/** Gives everybody, their organisation and the engagement this name. */
async function rename(desk: Desk, name: string) {
  const ask = async (command: string, input: unknown) => {
    const answer = (await desk.ask(command, input)) as { ok?: unknown; error?: unknown };
    expect(answer.error, command).toBeUndefined();
    return answer.ok;
  };
  const page = (await ask('engagement', { engagement: 'nadia' })) as {
    parties: { person: string }[];
  } & Record<string, unknown>;
  for (const { person } of page.parties)
    await ask('save_person', {
      id: person,
      name,
      called: name,
      title: name,
      organisation: name,
      email: '',
      phone: '',
    });
  const kept = 'status language began planned_end ended planned_sessions session_minutes fees';
  await ask('change_engagement', {
    engagement: 'nadia',
    name,
    ...Object.fromEntries(kept.split(' ').map((field) => [field, page[field]])),
  });
}

for (const [i, name] of LONG.entries()) {
  test(`a long name ${i === 0 ? 'without a space' : 'of many words'}`, async ({ page, desk }) => {
    await at(page, '#/today');
    await rename(desk, name);
    for (const hash of PAGES) {
      await at(page, hash);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name.slice(0, 20));
      const { parts, faults } = await covered(page);
      expect(parts, hash).toBeGreaterThan(1);
      expect(faults, hash).toEqual([]);
    }
  });
}
