// The practice as a whole: hours and what they count towards, supervision, the professional will.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from './desk';

inLooks(LOOKS, 'practice-', (shot) => {
  test('hours', async ({ page }) => {
    await at(page, '#/practice/hours');
    await expect(page.getByRole('heading', { name: 'Towards' })).toBeVisible();
    await shot(page, 'hours', true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enter earlier hours' }).click();
    await shot(page, 'hours-grid');
  });

  test('supervision', async ({ page }) => {
    await at(page, '#/practice/supervision');
    await expect(page.getByRole('heading', { name: 'To take there' })).toBeVisible();
    await shot(page, 'supervision', true);
    await expectAccessible(page);
  });

  test('will', async ({ page }) => {
    await at(page, '#/practice/will');
    await expect(page.getByLabel('Who takes over')).toBeVisible();
    await shot(page, 'will', true);
    await expectAccessible(page);
  });
});

test('rows are pasted from a spreadsheet; a faulty cell is named, and nothing is lost', async ({
  page,
}) => {
  await at(page, '#/practice/hours');
  await page.getByRole('button', { name: 'Enter earlier hours' }).click();
  const cell = (column: string, row: number) =>
    page.getByRole('textbox', { name: `${column}, row ${row}`, exact: true });
  await cell('Client', 1).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    const rows = [
      'Client Name\tContact Information\tIndividual/Group\tNumber in Group\tStart Date\tEnd Date\tPaid\tPro-bono',
      'Ana\ta@example.org\tIndividual\t\t12 May 2020\t31 Dec 2020\t12.5\t',
      'Team\t\tGroup\t6\t2021-02-01\tsoon\t3\t1',
    ];
    data.setData('text/plain', rows.join('\n'));
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  });
  await expect(cell('Start', 1)).toHaveValue('2020-05-12');
  await expect(cell('In group', 2)).toHaveValue('6');
  await page.getByRole('button', { name: 'Take over all rows' }).click();
  await expect(page.getByText(/^Row 2: /)).toBeVisible();
  await expect(cell('End', 2)).toBeFocused();
  await expect(cell('End', 2)).toHaveAttribute('aria-invalid', 'true');
  await expect(cell('Client', 1)).toHaveValue('Ana');
});

test('the grid goes up and down by the keyboard, and makes room', async ({ page }) => {
  await at(page, '#/practice/hours');
  await page.getByRole('button', { name: 'Enter earlier hours' }).click();
  const client = (row: number) =>
    page.getByRole('textbox', { name: `Client, row ${row}`, exact: true });
  await client(5).focus();
  await page.keyboard.press('Enter');
  await expect(client(6)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(client(5)).toBeFocused();
});
