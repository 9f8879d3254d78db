// A three-way meeting in the interface: its agenda, the view for the table, and what follows.
import { at, expect, expectAccessible, test } from './desk';

const MEETING = '#/engagement/nadia/meeting/nadia-midpoint';

test('an agenda is moved by keys and saved as it is typed', async ({ page }) => {
  await at(page, `${MEETING}/prepare`);
  await expectAccessible(page);
  const points = page.getByRole('textbox', { name: /^Point \d+$/ });
  const first = await points.first().inputValue();
  await points.first().press('Alt+ArrowDown');
  await expect(points.nth(1)).toHaveValue(first);
  await expect(points.nth(1)).toBeFocused();
  await points.nth(1).fill('Said first, by me');
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await at(page, '#/engagement/nadia/meetings');
  await at(page, `${MEETING}/prepare`);
  await expect(points.nth(1)).toHaveValue('Said first, by me');
});

test('nothing else is reached from the table, and what was written there is kept', async ({
  page,
  desk,
}) => {
  await at(page, `${MEETING}/hold`);
  await page.getByRole('button', { name: /Lay it on the table/ }).click();
  const table = page.getByRole('main', { name: 'The meeting’s table' });
  await expect(table).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/engagements'));
  await expect(table).toBeVisible();
  const refused = (await desk.ask('engagements', null)) as { error?: { code: string } };
  expect(refused.error?.code).toBe('room.open');

  await page.getByRole('textbox', { name: 'Decision 1' }).fill('The limit for the sites goes up');
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Decision 1' })).toHaveValue(
    'The limit for the sites goes up',
  );
});
