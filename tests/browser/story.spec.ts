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
