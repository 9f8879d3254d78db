// Measures in the coach's hands: a round entered from paper by keyboard, a score in two keys, charts.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const MEASURES = '#/engagement/nadia/measures';

inLooks(LOOKS, 'measures-', (shot) => {
  test('a chart breaks where the goal shifted, and says why', async ({ page }) => {
    await at(page, MEASURES);
    const plant = page.locator('article', {
      hasText: 'Let Yusuf run the largest plant',
    });
    await expect(plant.getByText(/^re-scoped, /)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Goal attainment' })).toContainText(/T \d/);
    await shot(page, 'top');
    const last = plant.getByRole('img', { name: /scored \+1/ });
    await last.focus();
    await expect(plant.getByText('A month, and nobody thinks of ringing.').first()).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(plant.getByRole('img', { name: /scored −1/ }).last()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(plant.getByRole('img', { name: /self-rating/ }).first()).toBeVisible();
    await shot(page, 'point');
    await plant.getByText('The same as a table').click();
    await expect(plant.getByRole('row', { name: /A new series begins/ })).toBeVisible();
    await shot(page, 'table');
    await expectAccessible(page);
    await page.getByRole('heading', { name: 'Rounds of raters' }).scrollIntoViewIfNeeded();
    await shot(page, 'rounds');
  });

  test('a whole round is entered by keyboard, and closed', async ({ page }) => {
    await at(page, MEASURES);
    await page.getByRole('button', { name: 'A new round' }).focus();
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'A new round' });
    await expect(form.getByLabel('Let Yusuf run')).toBeChecked();
    // What nobody agreed with the sponsor is asked about only when the coach says so.
    await expect(form.getByLabel('Have Fridays with my mother')).not.toBeChecked();
    await form.getByLabel('Ask the second question').check();
    await shot(page, 'round-form');
    await form.getByRole('button', { name: 'Begin to enter' }).click();
    const grid = page.getByRole('grid', { name: /Answers of the round/ });
    await grid.locator('[data-cell="0 0"]').focus();
    const cell = (row: number, column: number) => grid.locator(`[data-cell="${row} ${column}"]`);
    const columns = await grid.getByRole('columnheader').count();
    const goals = columns - 2;
    // Everything of the first rater, one key each: the grid goes on by itself.
    for (let column = 0; column < goals; column++) await page.keyboard.press('2');
    await expect(cell(1, 0)).toBeFocused();
    await page.keyboard.press('-');
    await expect(cell(1, 0)).toHaveAccessibleName(/minus, and now a number/);
    await page.keyboard.press('1');
    await expect(cell(1, 0)).toHaveAccessibleName(/: −1$/);
    await page.keyboard.press('7');
    await expect(page.getByRole('alert')).toContainText('Only −3 to +3');
    await shot(page, 'refused');
    await expectAccessible(page);
    await page.keyboard.press('f');
    await page.keyboard.type('Ask once more.');
    await shot(page, 'suggestion');
    await page.keyboard.press('Escape');
    await expect(cell(1, 1)).toBeFocused();
    await cell(2, 0).focus();
    await page.keyboard.press('c');
    await cell(3, 0).focus();
    await page.keyboard.press('1');
    // "saved" is on disk: leaving half-way loses nothing.
    await page.getByRole('tab', { name: 'Goals' }).click();
    await page.getByRole('tab', { name: 'Measures' }).click();
    const round = page.getByRole('region', {
      name: /^Round of September 16/,
    });
    await round.getByRole('button', { name: 'Enter answers' }).click();
    await expect(cell(2, 0)).toHaveAccessibleName(/: −3$/);
    await expect(cell(1, 1)).toHaveAccessibleName(/With a suggestion$/);
    await page.getByRole('button', { name: 'Close the round' }).click();
    const close = page.getByRole('dialog', { name: /^Close the round/ });
    await expect(close.getByText(/fewer than the 5 that were agreed/).first()).toBeVisible();
    await shot(page, 'close');
    await expectAccessible(page);
    await close.getByRole('button', { name: 'Close the round' }).click();
    await expect(round.getByText('closed on')).toBeVisible();
    await expect(round.getByText(/Nobody else: \d of 5 raters/).first()).toBeVisible();
    await expect(round.getByText('Ask once more.')).toBeAttached();
    await shot(page, 'closed');
    await expectAccessible(page);
  });

  test('levels are written, a goal is scored and rated, and it can be taken back', async ({
    page,
  }) => {
    await at(page, MEASURES);
    const ten = page.locator('article', { hasText: 'Work out what I want' });
    await ten.getByRole('button', { name: /^Score/ }).focus();
    await page.keyboard.press('c');
    const levels = page.getByRole('dialog', { name: /Five levels/ });
    await expect(levels.getByLabel(/^0:/)).toHaveValue(/handwriting/);
    await levels.getByLabel(/^−2/).fill('Not a line.');
    await levels.getByRole('button', { name: 'Save' }).click();
    await expect(levels.getByRole('alert').first()).toContainText('All five levels');
    await shot(page, 'levels');
    await expectAccessible(page);
    await levels.getByLabel(/^−1/).fill('A line, crossed out.');
    await levels.getByLabel(/^\+1/).fill('I show it.');
    await levels.getByLabel(/^\+2/).fill('I live by it.');
    await levels.getByRole('button', { name: 'Save' }).click();
    const score = page.getByRole('dialog', {
      name: 'How far was it reached?',
    });
    await expect(score.getByText('I show it.')).toBeVisible();
    await shot(page, 'score');
    await expectAccessible(page);
    // One key is a score; what was seen can be said afterwards.
    await page.keyboard.press('2');
    await expect(score).toHaveCount(0);
    await expect(page.getByText('Scored −1.')).toBeVisible();
    await expect(ten.getByRole('img', { name: /scored −1/ })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(ten.getByRole('img', { name: /scored −1/ })).toHaveCount(0);
    await ten.getByRole('button', { name: /^Score/ }).focus();
    await page.keyboard.press('c');
    await expect(score).toBeVisible();
    await page.keyboard.press('2');
    await ten.getByText('The same as a table').click();
    await ten.getByRole('button', { name: /^Say more of the score/ }).click();
    await score.getByLabel(/^Seen by what/).fill('She read it aloud once.');
    await score.getByRole('button', { name: 'Record the score' }).click();
    await expect(ten.getByText('She read it aloud once.')).toBeVisible();
    await ten.getByRole('button', { name: /^Take back: Scored/ }).click();
    await expect(ten.getByRole('img', { name: /scored −1/ })).toHaveCount(0);
    await ten.getByRole('button', { name: /^Self-rating/ }).focus();
    await page.keyboard.press('r');
    const rate = page.getByRole('dialog', { name: /own rating/ });
    await rate.getByLabel(/From 0/).fill('11');
    await expect(rate.getByRole('alert')).toContainText('0 to 10');
    await rate.getByLabel(/From 0/).fill('7');
    await shot(page, 'rating');
    await page.keyboard.press('Enter');
    await expect(ten.getByRole('img', { name: /self-rating 7/ })).toBeVisible();
  });
});
