// What goals serve, and insight threads: said, worded anew, tied, linked while writing, read as a page.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const ENGAGEMENT = '#/engagement/nadia';

inLooks(LOOKS, 'direction-', (shot) => {
  test('the screens', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/direction`);
    await expect(page.getByRole('heading', { name: 'What the goals serve' })).toBeVisible();
    await shot(page, 'part');
    await expectAccessible(page);
    for (const [name, heading] of [
      ['priorities', 'What matters to the sponsor’s side'],
      ['map', 'What the goals serve'],
      ['threads', 'Insight threads'],
    ] as const) {
      const title = page.getByRole('heading', { name: heading });
      await title.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await shot(page, name);
    }
    await page.getByRole('link', { name: /^Whose job I am getting ready for/ }).click();
    await expect(
      page.getByText('There was no day on which I knew. It was in the Tuesdays'),
    ).toBeVisible();
    await shot(page, 'thread');
    await expectAccessible(page);
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await shot(page, 'thread-end');
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
    await shot(page, 'pick');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    // While it closes, keys are still its own.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await at(page, `${ENGAGEMENT}/direction`);
    await expect(page.getByRole('heading', { name: 'What the goals serve' })).toBeVisible();
    for (const [key, name] of [
      ['p', 'say'],
      ['n', 'priority'],
      ['t', 'tie'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await shot(page, name);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await at(page, `${ENGAGEMENT}/goals`);
    await page.getByText('Serves, for Graham Tolliver').first().scrollIntoViewIfNeeded();
    await shot(page, 'goals');
    await expectAccessible(page);
    await at(page, `${ENGAGEMENT}/session/nadia-s12/notes`);
    const add = page.getByRole('textbox', { name: 'What they saw' });
    await add.scrollIntoViewIfNeeded();
    await shot(page, 'session');
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await shot(page, 'link');
    await expectAccessible(page);
  });
});

test('an insight is linked while it is written, with one key', async ({ page }) => {
  await at(page, `${ENGAGEMENT}/session/nadia-s12/notes`);
  const field = page.getByRole('textbox', { name: 'What they saw' });
  await field.fill('The furniture was never mine.');
  await field.press('Control+j');
  const dialog = page.getByRole('dialog', { name: 'Link to a thread' });
  await expect(dialog.getByText('The furniture was never mine.')).toBeVisible();
  const find = dialog.getByRole('combobox');
  await expect(find).toBeFocused();
  await find.fill('whose');
  await expect(dialog.getByRole('option').first()).toContainText('Whose job I am getting');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Linked to “Whose job I am getting ready for”.')).toBeVisible();
  // A second thread, which is new.
  await page.keyboard.press('Control+j');
  await find.fill('Furniture');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Furniture' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Furniture' })).toBeVisible();
  await expect(page.getByText('The furniture was never mine.')).toBeVisible();
  await expect(page.getByText('also in')).toBeVisible();

  await page.keyboard.press('e');
  await page.getByLabel('Subject').fill('Being needed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is a thread on this subject already.')).toBeVisible();
  await page.getByLabel('Subject').fill('What is only furniture');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is only furniture');

  await page.getByRole('button', { name: /^Unlink: The furniture/ }).click();
  await expect(page.getByText('Nothing is linked yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('The furniture was never mine.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the thread' }).click();
  await expect(page.getByText('The thread is removed; its insights stay.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^What is only furniture/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is only furniture');
  await expect(page.getByText('The furniture was never mine.')).toBeVisible();
});

test('a purpose is said anew, a priority worded anew and ended, and ties say so', async ({
  page,
}) => {
  await at(page, `${ENGAGEMENT}/direction`);
  await expect(page.getByText('What was said before: 2').first()).toBeVisible();
  await page.keyboard.press('p');
  const words = page.getByLabel('In the coachee’s words');
  await words.fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This cannot be blank.')).toBeVisible();
  await words.fill('To stay where it is made.');
  await page.getByLabel('Since when').fill('3 september');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/said in other words on the same day/)).toBeVisible();
  await page.getByLabel('Since when').fill('14 september');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('What was said before: 3').first()).toBeVisible();
  await expect(page.getByText(/The purpose has changed since, on Sep 14/).first()).toBeVisible();

  await page.getByRole('button', { name: /^Say in other words: Three plants/ }).click();
  await page
    .getByRole('textbox', { name: 'The priority' })
    .fill('Three plants, one way, and no telephone.');
  await page.getByLabel('Since when').fill('15 september');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The priority was worded anew since, on Sep 15.')).toBeVisible();
  await page.getByRole('button', { name: /^It has ended: Site leaders/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('2 that have ended')).toBeVisible();
});

test('the map is walked with the arrow keys, and ties come and go', async ({ page }) => {
  await at(page, `${ENGAGEMENT}/direction`);
  const map = page.getByRole('region', { name: 'What the goals serve' });
  await map.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = map.locator('[data-at="1-1"]');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAccessibleName(/^Tie: .*, to Graham Tolliver: Operations in safe hands/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'How' }).fill('Safe hands want the work.');
  await page.getByRole('button', { name: 'Tie them' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cell).toContainText('Safe hands want the work.');
  await cell.click();
  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(cell).not.toContainText('Safe hands');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell).toContainText('Safe hands want the work.');
});

test('the palette finds threads and priorities', async ({ page }) => {
  await at(page, '#/today');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('being needed');
  await page.getByRole('option', { name: /^Insight Being needed/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Being needed' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('safe hands');
  await page.getByRole('option', { name: /^Alignment Operations in safe hands/ }).click();
  await expect(page.getByRole('heading', { name: 'What it is for' })).toBeVisible();
});
