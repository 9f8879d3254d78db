// Breadth: each screen of the sample practice, in both themes, without a violation that axe finds,
// and with a screenshot to be looked at in tests/browser/shots.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const ENGAGEMENT = 'nadia';
const SCREENS: [name: string, hash: string][] = [
  ['today', '#/today'],
  ['engagements', '#/engagements'],
  ['new-engagement', '#/new'],
  ['story', `#/engagement/${ENGAGEMENT}/story`],
  ['goals', `#/engagement/${ENGAGEMENT}/goals`],
  ['sessions', `#/engagement/${ENGAGEMENT}/sessions`],
  ['boundaries', `#/engagement/${ENGAGEMENT}/boundaries`],
  ['boundaries-spanish', '#/engagement/lucia/boundaries'],
  ['alignment', `#/engagement/${ENGAGEMENT}/alignment`],
  ['meetings', `#/engagement/${ENGAGEMENT}/meetings`],
  ['documents', `#/engagement/${ENGAGEMENT}/documents`],
  ['ledger', `#/engagement/${ENGAGEMENT}/ledger`],
  ['chair-sponsor', `#/engagement/${ENGAGEMENT}/chair/${ENGAGEMENT}-sponsor`],
  ['chair-coachee', `#/engagement/${ENGAGEMENT}/chair/${ENGAGEMENT}-coachee`],
  ['session-prepare', `#/engagement/${ENGAGEMENT}/session/${ENGAGEMENT}-s8/prepare`],
  ['session-notes', `#/engagement/${ENGAGEMENT}/session/${ENGAGEMENT}-s8/notes`],
  ['session-close', `#/engagement/${ENGAGEMENT}/session/${ENGAGEMENT}-s8/close`],
  ['meeting-prepare', `#/engagement/${ENGAGEMENT}/meeting/${ENGAGEMENT}-midpoint/prepare`],
  ['meeting-hold', `#/engagement/${ENGAGEMENT}/meeting/${ENGAGEMENT}-midpoint/hold`],
  ['meeting-afterwards', `#/engagement/${ENGAGEMENT}/meeting/${ENGAGEMENT}-midpoint/afterwards`],
  ['people', '#/people'],
  ['settings', '#/settings'],
];

inLooks(LOOKS.slice(0, 2), '', (shot) => {
  test('welcome', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shot(page, 'welcome');
    await expectAccessible(page);
  });

  for (const [name, hash] of SCREENS) {
    test(name, async ({ page }) => {
      await at(page, hash);
      await expect(page.getByText(/sample practice/i).first()).toBeVisible();
      await shot(page, name);
      await expectAccessible(page);
    });
  }
});
