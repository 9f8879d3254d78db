// Goals over time: a shift while somebody is talking, taken back again, filled in later; the goals of
// any day; who tells the sponsor.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const ENGAGEMENT = '#/engagement/nadia';

inLooks(LOOKS.slice(0, 3), '', (shot) => {
  test('one key, a kind and a sentence record a shift from any part', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/boundaries`);
    await page.keyboard.press('i');
    const form = page.getByRole('dialog', { name: 'A goal shifted' });
    await expect(form).toBeVisible();
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    await expect(form.getByLabel('The goal from now on')).toBeFocused();
    await page.keyboard.type('Say no in the room, not afterwards');
    await shot(page, 'shift');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await page.keyboard.press('2');
    const goal = page.locator('article', {
      hasText: 'Say no in the room, not afterwards',
    });
    await expect(goal).toBeVisible();
    // What was left open is filled in with one click.
    await goal.getByText(/^Its story/).click();
    await goal.getByRole('button', { name: /^Fill in the rest/ }).click();
    const rest = page.getByRole('dialog', { name: 'The rest of the shift' });
    await rest.getByLabel(/^Why, in the/).fill('I am tired of nodding.');
    await rest.getByLabel('What prompted it').selectOption('event');
    await shot(page, 'fill-in');
    await expectAccessible(page);
    await rest.getByRole('button', { name: 'Save' }).click();
    await expect(goal.getByText('I am tired of nodding.')).toBeVisible();
    await goal.scrollIntoViewIfNeeded();
    await goal.getByText('I am tired of nodding.').scrollIntoViewIfNeeded();
    await shot(page, 'goal-story');
    // And a mistake is taken back.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(goal).toHaveCount(0);
    await expectAccessible(page);
  });

  test('a shift that is entered late offers no way back that there is not', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/goals`);
    await page.keyboard.press('i');
    const form = page.getByRole('dialog', { name: 'A goal shifted' });
    await form.getByRole('radio', { name: /Let Yusuf run/ }).check();
    await form.getByText('More', { exact: true }).click();
    await form.getByLabel('Since when').fill('1 may 2026');
    await form.getByRole('radio', { name: 'clarified' }).check();
    await form.getByLabel('The goal from now on').fill('Lead the sites through their leaders');
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(page.getByText(/The shift is recorded/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  test('while writing, a shift belongs to its session', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/session/nadia-s12/notes`);
    await page.getByRole('textbox', { name: 'The next line' }).focus();
    await page.keyboard.press('Control+g');
    const form = page.getByRole('dialog', { name: 'A goal shifted' });
    await expect(form.getByText(/It came out of session 10/)).toBeVisible();
    await page.keyboard.press('2');
    await page.keyboard.press('s');
    await page.keyboard.type('One');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('alert')).toBeVisible();
    await shot(page, 'shift-refused');
    await expectAccessible(page);
    await page.keyboard.type('; Two');
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(page.getByText(/The shift is recorded/)).toBeVisible();
  });

  test('the goals are looked at on any day', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/goals`);
    const now = page.locator('article').filter({ hasText: 'Graham’s job at all' }).first();
    await expect(now).toBeVisible();
    await shot(page, 'goals');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^When the sponsor agreed/ }).click();
    await expect(page.getByText(/^You are looking at/)).toBeVisible();
    await expect(now).toHaveCount(0);
    const table = page.getByRole('region', {
      name: 'As agreed, and as it stands',
    });
    await expect(table.getByText('unchanged').first()).toBeVisible();
    await shot(page, 'goals-then');
    await expectAccessible(page);
    const slider = page.getByRole('slider', { name: 'Goals as of' });
    await slider.focus();
    await page.keyboard.press('End');
    await expect(now).toBeVisible();
  });

  test('the talking points are prepared where the telling is', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/goals`);
    const table = page.getByRole('region', {
      name: 'As agreed, and as it stands',
    });
    await table.getByRole('button').first().click();
    await page.getByRole('button', { name: 'Prepare what to say…' }).click();
    const sheet = page.getByRole('dialog', { name: /^Prepare what to say to/ });
    await expect(sheet.getByRole('heading').nth(1)).toBeVisible();
    await shot(page, 'points');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: /^Who tells/ })).toBeVisible();
  });

  test('who tells the sponsor is answered in place', async ({ page }) => {
    await at(page, '#/today');
    const waiting = page.getByRole('listitem').filter({ hasText: 'waits to be told' });
    const first = waiting.getByRole('button', { name: 'Told?' }).first();
    await expect(first).toBeVisible();
    await shot(page, 'waiting');
    await first.click();
    const form = page.getByRole('dialog', { name: /^Who tells/ });
    await expect(form).toBeVisible();
    await shot(page, 'telling');
    await expectAccessible(page);
    const before = await waiting.count();
    await form.getByRole('radio', { name: /keeps it private/ }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(waiting).toHaveCount(before - 1);
  });
});
