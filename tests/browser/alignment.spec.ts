// Who stands where, and a clash from opening to outcome: saved as typed, undone, read on any day.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const ENGAGEMENT = '#/engagement/nadia';

inLooks(LOOKS, 'alignment-', (shot) => {
  test('the screens', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/alignment`);
    const map = page.getByRole('region', {
      name: 'Where each stands on the goals',
    });
    await expect(map.getByText('pulls apart')).toBeVisible();
    await shot(page, 'part');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Who research asks/ }).click();
    const place = page.getByRole('article', { name: /Who research asks/ });
    await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await shot(page, 'clash');
    await expectAccessible(page);
    await place.getByRole('heading', { name: 'What is tried' }).scrollIntoViewIfNeeded();
    await shot(page, 'tried');
    const cards = page.getByRole('heading', { name: 'The stakeholders' });
    await cards.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await shot(page, 'stakeholders');
    await at(page, '#/engagement/lucia/alignment');
    await page.getByRole('button', { name: /^Estar encima/ }).click();
    await expect(page.getByText('¿De dónde te viene esa manera de liderar?')).toBeVisible();
    await shot(page, 'spanish');
    await expectAccessible(page);
  });
});

test('a clash goes from opening to outcome', async ({ page }) => {
  await at(page, `${ENGAGEMENT}/alignment`);
  await expect(page.getByRole('heading', { name: 'Where it pulls apart' })).toBeVisible();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Something pulls apart' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('This cannot be blank.')).toBeVisible();
  await form.getByLabel('What it is about', { exact: true }).fill('Who talks to the customer');
  await form.getByLabel('Beatriz Quintela').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);

  const place = page.getByRole('article', {
    name: 'Who talks to the customer',
  });
  await place.getByLabel('What Beatriz Quintela fears').fill('To be passed round');
  await place.getByLabel('What both want').fill('One answer a day');
  await expect(place.getByText('saved', { exact: false }).first()).toBeVisible();

  await place.getByRole('button', { name: 'A small experiment' }).click();
  const trying = page.getByRole('dialog', { name: 'A small experiment' });
  await trying.getByLabel('What is tried').fill('Yusuf rings her on Mondays');
  await trying.getByRole('button', { name: 'Save' }).click();
  await expect(place.getByText('Yusuf rings her on Mondays')).toBeVisible();
  // What was typed before is still there, on disk.
  await page.reload();
  await at(page, `${ENGAGEMENT}/alignment`);
  await page.getByRole('button', { name: /^Who talks to the customer/ }).click();
  await expect(place.getByLabel('What Beatriz Quintela fears')).toHaveValue('To be passed round');
  await expect(place.getByLabel('What both want')).toHaveValue('One answer a day');

  await place.getByRole('button', { name: 'Take out: Yusuf rings her on Mondays' }).click();
  await expect(place.getByText('Yusuf rings her on Mondays')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place.getByText('Yusuf rings her on Mondays')).toBeVisible();
  await place.getByRole('button', { name: 'Judge it: Yusuf rings her on Mondays' }).click();
  const judging = page.getByRole('dialog', { name: 'What came of it' });
  await judging.getByLabel('What came of it').fill('She rang him herself');
  await judging.getByRole('button', { name: 'Save' }).click();
  await expect(place.getByText('She rang him herself')).toBeVisible();

  await place.getByRole('button', { name: 'It has come to an end' }).click();
  const ending = page.getByRole('dialog', { name: 'How it ended' });
  await ending.getByRole('radio', { name: 'an agreed difference' }).check();
  await ending.getByRole('button', { name: 'Save' }).click();
  await expect(place.getByText(/^Ended on .*: an agreed difference$/)).toBeVisible();
});

test('the map is gone through with the arrow keys, and Tab goes past it', async ({ page }) => {
  await at(page, `${ENGAGEMENT}/alignment`);
  const map = page.getByRole('region', { name: 'Where each stands on the goals' });
  const cells = map.locator('td > button:not(.mark)');
  await expect(map.locator('button[tabindex="0"]')).toHaveCount(1);
  // Counted once the map is there.
  const wide = await map.locator('th.goal').count();
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cells.nth(wide + 1)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(cells.nth(wide)).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await map.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(cells.first()).toBeFocused();
  const said = map.locator('td[data-item] > button:not(.mark)').first();
  await said.focus();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog', { name: 'Who may know this' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Where somebody stands' })).toBeVisible();
});

test('one can ask who may know the fees', async ({ page }) => {
  await at(page, `${ENGAGEMENT}/sessions`);
  await page.getByText(/^Fees: /).hover();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog', { name: 'Who may know this' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: /^Fees/ }).focus();
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog', { name: 'Who may know this' })).toBeVisible();
});
