// The practice as a whole: hours and what they count towards, supervision, the professional will.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOOKS, TODAY, at, expect, expectAccessible, inLooks, test } from './desk';

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

  test('copies', async ({ page }) => {
    await at(page, '#/practice/copies');
    await expect(page.getByRole('heading', { name: 'Pages to read' })).toBeVisible();
    await shot(page, 'copies', true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Write: Tables' }).click();
    await expect(page.getByText('It is not encrypted')).toBeVisible();
    await shot(page, 'copies-dialog');
    await expectAccessible(page);
  });

  test('will', async ({ page }) => {
    await at(page, '#/practice/will');
    await expect(page.getByLabel('Who takes over')).toBeVisible();
    await shot(page, 'will', true);
    await expectAccessible(page);
  });
});

test('a copy is taken out as pages, of one engagement, after it was said that it is plain text', async ({
  page,
  desk,
}) => {
  await at(page, '#/practice/copies');
  await page.getByRole('button', { name: 'Write: Pages to read' }).click();
  const writing = page.getByRole('dialog', { name: 'Pages to read' });
  await expect(writing.getByText('It is not encrypted')).toBeVisible();
  await writing.getByLabel('What').selectOption({ label: 'Nadia Rahimi – Fenwright Instruments' });
  await writing.getByRole('textbox', { name: 'Folder' }).fill('/nowhere at all');
  await writing.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(writing.getByText('This folder is not there. Choose one.')).toBeVisible();
  await writing.getByRole('textbox', { name: 'Folder' }).fill(desk.folder);
  await writing.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(writing).toHaveCount(0);
  const name = `three-chairs-engagement-${TODAY}`;
  await expect(page.getByText(`${name}. It is not encrypted.`)).toBeVisible();
  const copy = join(desk.folder, name);
  expect(readFileSync(join(copy, 'READ-ME.html'), 'utf8')).toContain('It is not encrypted');
  expect(readdirSync(copy)).toContain('nadia-rahimi-fenwright-instruments');
  // It is read in a browser, page by page, without the program.
  const reading = await page.context().newPage();
  await reading.goto(pathToFileURL(join(copy, 'READ-ME.html')).href);
  await expectAccessible(reading);
  await reading.getByRole('link', { name: /^Nadia Rahimi/ }).click();
  await reading.getByRole('link', { name: 'Goals', exact: true }).click();
  await expect(reading.getByRole('heading', { name: 'Goals', level: 1 })).toBeVisible();
  await expectAccessible(reading);
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
