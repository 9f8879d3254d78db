// The boundaries: a new version, filled in with the keyboard, said in words, put before the parties.
import { type Page } from '@playwright/test';
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

/** The boundaries of an engagement of the sample practice. */
async function boundariesOf(page: Page, engagement: string) {
  await at(page, `#/engagement/${engagement}/boundaries`);
  await expect(page.getByRole('grid')).toBeVisible();
}

async function draft(page: Page) {
  await page.getByRole('button', { name: 'Make the next version…' }).click();
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await expect(page.getByText(/not in force until Nadia Rahimi has assented/)).toBeVisible();
}

async function fill(page: Page) {
  await page.getByRole('gridcell', { name: /^Engagement, Sponsor/ }).focus();
  // Progress and themes loosen for the whole sponsor's side, purpose tightens for one.
  for (let row = 0; row < 5; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Digit1');
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
}

inLooks(LOOKS, 'boundaries-', (shot) => {
  test('a draft is filled in, read and put before the parties', async ({ page }) => {
    await boundariesOf(page, 'nadia');
    await shot(page, 'in-force');
    await page.getByRole('button', { name: 'Make the next version…' }).click();
    await expect(page.getByLabel('To take effect on')).toBeVisible();
    await shot(page, 'new');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await expect(page.getByText(/not in force until Nadia Rahimi has assented/)).toBeVisible();
    await fill(page);
    await expect(page.getByText('7 boundaries differ from the default')).toBeVisible();
    await expect(page.getByText('2 changes loosen')).toBeVisible();
    await expect(page.getByText('saved').first()).toBeVisible();
    await shot(page, 'draft');
    await shot(page, 'draft-whole', true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'In words' }).click();
    await expect(page.getByText('how the work is going').first()).toBeVisible();
    await shot(page, 'words');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'To sign…' }).click();
    await expect(page.getByText('Roles and responsibilities')).toBeVisible();
    await shot(page, 'sign');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Templates…' }).click();
    await page.getByLabel('Keep this version as').fill('Open about progress');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('Open about progress').first()).toBeVisible();
    await shot(page, 'templates');
    await expectAccessible(page);
  });
});

test('what was set is kept, taken back, and put back with the draft', async ({ page }) => {
  await boundariesOf(page, 'nadia');
  await draft(page);
  const cell = page.getByRole('gridcell', { name: /^Fees, Sponsor/ });
  await cell.focus();
  await page.keyboard.press('4');
  await expect(cell).toHaveAccessibleName(
    'Fees, Sponsor: confidential. It differs: usually shared',
  );
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveAccessibleName('Fees, Sponsor: shared');
  await cell.hover();
  await cell.getByTitle('with consent').click();
  await expect(cell).toHaveAccessibleName(/with consent/);
  await page.getByLabel('Agreed besides').fill('Fees are spoken about with the sponsor alone.');
  // To another part of the page and back: nothing waits to be saved.
  await page.getByRole('tab', { name: 'Goals' }).click();
  await page.getByRole('tab', { name: 'Boundaries' }).click();
  await page.getByRole('navigation', { name: 'Versions' }).getByText('draft').click();
  await expect(page.getByRole('gridcell', { name: /^Fees, Sponsor/ })).toHaveAccessibleName(
    /with consent/,
  );
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(page.getByText(/^In force since/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('gridcell', { name: /^Fees, Sponsor/ })).toHaveAccessibleName(
    /with consent/,
  );
  await expect(page.getByLabel('Agreed besides')).toHaveValue(
    'Fees are spoken about with the sponsor alone.',
  );
});

test('another number of raters stands with what else changes', async ({ page }) => {
  await boundariesOf(page, 'nadia');
  await draft(page);
  await page.getByLabel('Fewest raters of a combined figure').fill('3');
  await expect(page.getByText('1 change loosens')).toBeVisible();
  await expect(page.getByText('A combined figure rests on at least 3 raters.')).toBeVisible();
  await expect(page.getByText('before: 5')).toBeVisible();
  await expectAccessible(page);
});

test('with the coachee’s assent it is in force, and does not change any more', async ({ page }) => {
  await boundariesOf(page, 'nadia');
  await draft(page);
  await fill(page);
  await page.getByRole('button', { name: 'Record the assent of Nadia Rahimi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the assent' }).click();
  await expect(page.getByText(/^In force since September 16/)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  const cell = page.getByRole('gridcell', { name: /^Progress, Sponsor: shared/ });
  await cell.focus();
  await page.keyboard.press('4');
  await expect(cell).toHaveAccessibleName(/^Progress, Sponsor: shared/);
});
