// The story in time of the sample practice's four richest engagements, as it is seen and as it is read.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

inLooks(LOOKS, 'story-', (shot) => {
  for (const engagement of ['nadia', 'henrik', 'amara', 'eleni']) {
    test(`the story of ${engagement}`, async ({ page }) => {
      await at(page, `#/engagement/${engagement}/story`);
      const picture = page.getByRole('group', { name: /^Story in time/ });
      await expect(picture.getByRole('button').first()).toBeVisible();
      await shot(page, engagement);
      await expectAccessible(page);
      await page.getByRole('main').evaluate((main) => main.scrollTo(0, 260));
      await shot(page, `${engagement}-lower`);
      await picture.getByRole('button').nth(8).focus();
      await page.keyboard.press('Enter');
      for (let i = 0; i < 4; i += 1) await page.keyboard.press('+');
      await shot(page, `${engagement}-near`);
    });
  }
});

test('one key looks at a day, in the story and in all parts', async ({ page }) => {
  await at(page, '#/engagement/nadia/story');
  const picture = page.getByRole('group', { name: /^Story in time/ });
  await picture
    .getByRole('button', { name: /March 19|Mar 19/ })
    .first()
    .focus();
  await page.keyboard.press('d');
  const told = page.getByRole('status').filter({ hasText: 'You are looking at March 19, 2026' });
  await expect(told).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.getByText('You are looking at March 20, 2026')).toBeVisible();
  await page.screenshot({ path: 'shots/story-day.png' });
  await page.getByRole('status').getByRole('link', { name: 'Goals' }).click();
  await expect(page.getByText('You are looking at March 20, 2026.')).toBeVisible();
  await page.getByRole('tab', { name: 'Story' }).click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await expect(page.getByText(/^You are looking at/)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByText('Look at the day of the mark, or at today again')).toBeVisible();
});

test('an insight names the thread that it belongs to', async ({ page }) => {
  await at(page, '#/engagement/nadia/story');
  const picture = page.getByRole('group', { name: /^Story in time/ });
  await expect(picture.getByRole('button', { name: /In the threads? “/ }).first()).toBeVisible();
});
