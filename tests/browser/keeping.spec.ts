// Undoing, retention and disposal in the browser: behaviour once, pictures in every look.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from './desk';

test('a removed note is undone by the key and from the list', async ({ page }) => {
  await at(page, '#/practice/changes');
  await expect(page.getByText('Nothing was changed today')).toBeVisible();
  await at(page, '#/settings');
  await page.getByLabel('Reflective notes, in months').fill('6');
  await page.getByRole('button', { name: 'Keep it so' }).click();
  await at(page, '#/practice/changes');
  await expect(page.getByText('How long to keep')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('undone', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByText('undone', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo: How long to keep/ }).click();
  await at(page, '#/settings');
  await expect(page.getByLabel('Reflective notes, in months')).toHaveValue('3');
});

inLooks(LOOKS, 'keeping-', (shot) => {
  test('what is kept, what is held, what goes', async ({ page }) => {
    await at(page, '#/practice/retention');
    await expect(page.getByText('Certificates of disposal')).toBeVisible();
    await page
      .getByRole('button', { name: /^Hold: / })
      .first()
      .click();
    await page.getByLabel('Why it is to be kept').fill('A complaint was made.');
    await page.getByRole('button', { name: 'Hold it' }).click();
    await expect(page.getByText(/Held since/)).toBeVisible();
    await shot(page, 'retention', true);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^Dispose: / })
      .first()
      .click();
    await expect(page.getByText('This goes, and nothing else:')).toBeVisible();
    await shot(page, 'disposal');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Dispose of it' }).click();
    await expect(page.getByText('Certificate ', { exact: false }).first()).toBeVisible();
    await at(page, '#/practice/changes');
    await shot(page, 'changes', true);
    await expectAccessible(page);
  });
});
