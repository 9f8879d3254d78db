// The coach's day: one list, a session that is typed into while listening, and its end.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from './desk';

const SESSION = '#/engagement/nadia/session/nadia-s8';

inLooks(LOOKS, 'day-', (shot) => {
  test('today is one list that is worked through from the keyboard', async ({ page }) => {
    await at(page, '#/today');
    const lines = page.locator('[data-line]');
    await expect(lines.first()).toBeVisible();
    await shot(page, 'today-list');
    await expectAccessible(page);
    const all = await lines.count();
    await page.keyboard.press('j');
    await expect(lines.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(lines.nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await expect(lines.nth(0)).toBeFocused();
    // What is today's does not wait.
    const waits = page.getByRole('button', { name: 'Put off' });
    const first = page.locator('[data-row]').filter({ has: waits }).first();
    await first.locator('[data-line]').focus();
    await page.keyboard.press('p');
    await expect(page.getByLabel('Away until')).toBeFocused();
    await shot(page, 'today-put-off');
    await page.keyboard.press('Enter');
    await expect(lines).toHaveCount(all - 1);
    await page.getByText('1 line is put off').click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(lines).toHaveCount(all);
  });

  test('a promise is kept in place, and comes back', async ({ page }) => {
    await at(page, '#/today');
    const kept = page.getByRole('button', { name: 'Kept' });
    await expect(kept.first()).toBeVisible();
    const before = await kept.count();
    await kept.first().click();
    await expect(kept).toHaveCount(before - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(kept).toHaveCount(before);
  });

  test('lines typed in a session become what their key says', async ({ page }) => {
    await at(page, `${SESSION}/notes`);
    // It was held: what is written there is read, until it is to be changed.
    await page.getByRole('button', { name: 'Change: Record of the session' }).click();
    const record = page.getByLabel('Record of the session');
    const before = await record.inputValue();
    await page.keyboard.press('Control+Enter');
    const line = page.getByLabel('The next line');
    await expect(line).toBeFocused();
    await line.pressSequentially('! I need not win each time');
    await expect(page.getByText('becomes: insight')).toBeVisible();
    await shot(page, 'session-line');
    await page.keyboard.press('Enter');
    await expect(page.getByText('I need not win each time')).toBeVisible();
    for (const typed of [
      '+ Talk to Jo by friday',
      'Wait three breaths =',
      '# Patience',
      'A *plain* line',
    ]) {
      await line.pressSequentially(typed);
      await page.keyboard.press('Enter');
      await expect(line).toHaveValue('');
    }
    await expect(page.getByText('Talk to Jo', { exact: true })).toBeVisible();
    await expect(page.getByText('Wait three breaths', { exact: true })).toBeVisible();
    await expect(page.getByText('Patience', { exact: true })).toBeVisible();
    await expect(record).toHaveValue(before ? `${before}\nA *plain* line` : 'A *plain* line');
    await shot(page, 'session-typed');
    await expectAccessible(page);
  });

  test('what is being typed is kept with the record until it is something', async ({
    page,
    desk,
  }) => {
    await at(page, `${SESSION}/notes`);
    await page.getByLabel('The next line').pressSequentially('half a thought');
    await expect(page.getByText('saved').first()).toBeVisible();
    const kept = (await desk.ask('session', { session: 'nadia-s8' })) as {
      ok?: { record: string };
    };
    expect(JSON.stringify(kept)).toContain('half a thought');
  });

  test('a session is closed from the keyboard, and the next one planned', async ({ page }) => {
    await at(page, `${SESSION}/close`);
    await expect(page.getByRole('button', { name: 'Close the session' })).toBeVisible();
    await shot(page, 'session-close');
    await expectAccessible(page);
    await page.getByText('cancelled late').click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('The session is closed and saved.')).toBeVisible();
  });

  test('a series shows its days before it is planned', async ({ page }) => {
    await at(page, '#/engagement/nadia/sessions');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Plan a series of sessions' });
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    await shot(page, 'series');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /^Plan \d+ session/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/every 2 weeks/)).toBeVisible();
  });

  test('before a session stands on one page', async ({ page }) => {
    await at(page, `${SESSION}/prepare`);
    await expect(page.getByRole('heading', { name: 'Boundaries to remember' })).toBeVisible();
    await shot(page, 'session-before');
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'session-before-printed');
  });
});
