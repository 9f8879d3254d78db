// Locking by itself, the passphrase asked again, and the details for support.
import { LOOKS, expect, expectAccessible, inLooks, test } from './desk';
import type { Page } from '@playwright/test';

const PASSPHRASE = 'four plain words here';

/** A vault of one's own: the sample practice asks for nothing. */
async function own(page: Page, folder: string) {
  await page.getByRole('button', { name: /^Create a vault/ }).click();
  await page.getByLabel('Folder of the vault').fill(`${folder}/own`);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** What the shell says when it is about to lock. */
const locking = (page: Page) =>
  page.evaluate(() => void window.dispatchEvent(new Event('three-chairs-locking')));

test('a form half filled is kept while the vault is locked', async ({ page, desk }) => {
  await own(page, desk.folder);
  await page.evaluate(() => (location.hash = '#/new'));
  await page.getByLabel('Coachee').first().fill('Maya Curlew');
  await locking(page);
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.content()).not.toContain('Curlew');
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  const kept = page.getByRole('dialog', { name: 'This was not saved yet' });
  await expect(kept.getByText('Maya Curlew')).toBeVisible();
  await kept.getByRole('button', { name: 'I have what I need' }).click();
  await expect(kept).toHaveCount(0);
  await page.getByRole('button', { name: /^Lock/ }).click();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(kept).toHaveCount(0);
});

test('a refused command is repeated once the passphrase was given, and not otherwise', async ({
  page,
  desk,
}) => {
  await own(page, desk.folder);
  await page.evaluate(() => (location.hash = '#/settings'));
  const minutes = page.getByLabel('Lock after idle minutes');
  const save = page.getByRole('button', { name: 'Save the locking' });
  const again = page.getByRole('dialog', { name: 'The passphrase once more' });
  await minutes.fill('90');
  await save.click();
  await expect(page.getByText('Choose between 1 and 60 minutes')).toBeVisible();
  await minutes.fill('5');
  await save.click();
  await again.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Nothing was done/)).toBeVisible();
  await save.click();
  await again.getByLabel('Passphrase').fill('not the right words');
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByRole('alert').first()).toBeVisible();
  await again.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(page.getByText('Saved.').first()).toBeVisible();
  await page.reload();
  await page.evaluate(() => (location.hash = '#/settings'));
  await expect(minutes).toHaveValue('5');
});

inLooks(LOOKS, 'safety-', (shot) => {
  test('asking again, locking, details for support', async ({ page, desk }) => {
    await own(page, desk.folder);
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.getByRole('button', { name: 'Show the details' }).click();
    const details = page.getByLabel('Details for support');
    await expect(details).toHaveValue(/Vault: open/);
    expect(await details.inputValue()).not.toContain(desk.folder);
    await shot(page, 'settings', true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save the locking' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await shot(page, 'again');
    await expectAccessible(page);
  });
});
