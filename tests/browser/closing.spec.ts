// The end of an engagement and the letterhead in the browser, in every look.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from './desk';

inLooks(LOOKS, 'closing-', (shot) => {
  test('an end that went well, one that came early, the letterhead', async ({ page }) => {
    await at(page, '#/engagement/mateus/closing');
    await expect(page.getByText('to be signed off').first()).toBeVisible();
    await shot(page, 'well', true);
    await expectAccessible(page);
    await at(page, '#/engagement/tomasz/closing');
    await shot(page, 'early', true);
    await at(page, '#/settings');
    await page.getByLabel('Colour').fill('#ffee88');
    await page.locator('input[type=file]').setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="#1b6b66"/></svg>',
      ),
    });
    await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible();
    await shot(page, 'letterhead', true);
    await expectAccessible(page);
  });
});
