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

test('the sponsor’s summary is signed off line by line, handed over, and stands in the ledger', async ({
  page,
  desk,
}) => {
  await at(page, '#/engagement/mateus/closing');
  const step = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(step('For you').getByText('open')).toBeVisible();
  await page
    .getByRole('button', { name: /^Look at it: summary for/ })
    .first()
    .click();
  const paper = page.getByRole('dialog', { name: /^Summary for/ });
  const name = (await paper.getByRole('heading', { level: 2 }).innerText()).replace(
    'Summary for ',
    '',
  );
  await expect(paper.getByRole('button', { name: 'Hand over…' })).toBeDisabled();

  await paper.getByRole('button', { name: 'Record the approval' }).click();
  const approval = page.getByRole('dialog', { name: 'The coachee approves' });
  const record = approval.getByRole('button', { name: 'Record the approval' });
  await expect(record).toBeEnabled();
  await approval.getByLabel(/^Go through it line by line/).check();
  await expect(record).toBeDisabled();
  const lines = approval.getByRole('list').getByRole('checkbox');
  const all = await lines.count();
  expect(all).toBeGreaterThan(5);
  // What is not agreed says why it may stand there, and leads to where it comes from.
  await expect(approval.getByRole('link', { name: 'see the meeting' }).first()).toBeVisible();
  for (let n = 0; n < all; n += 1) {
    await expect(record).toBeDisabled();
    await lines.nth(n).focus();
    await page.keyboard.press('Space');
  }
  await expect(approval.getByText('All are agreed')).toBeVisible();
  await expectAccessible(page);
  await record.click();
  await expect(approval).toHaveCount(0);

  await paper.getByRole('button', { name: 'Hand over…' }).click();
  const handing = page.getByRole('dialog', { name: `Hand over to ${name}` });
  await handing.getByRole('textbox', { name: 'Folder' }).fill('/nowhere at all');
  await handing.getByRole('button', { name: 'Hand over…' }).click();
  await expect(handing.getByText('This folder is not there. Choose one.')).toBeVisible();
  await handing.getByRole('textbox', { name: 'Folder' }).fill(desk.folder);
  await handing.getByRole('button', { name: 'Hand over…' }).click();
  await expect(handing).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
  await expect(page.getByText(/^handed over on/).first()).toBeVisible();

  // The coach's own is written and is no disclosure.
  await page
    .getByRole('button', { name: /^Look at it: summary for/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Write it…' }).click();
  const writing = page.getByRole('dialog', { name: 'Write it for yourself' });
  await writing.getByRole('textbox', { name: 'Folder' }).fill(desk.folder);
  await writing.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(writing).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^for you alone; written on/)).toBeVisible();

  await at(page, '#/engagement/mateus/ledger');
  await expect(page.getByText(`You handed the end summary to ${name}.`)).toHaveCount(1);
  await expect(page.getByText('The chain holds.')).toBeVisible();
  await expect(page.getByText(/You handed the end summary to/)).toHaveCount(1);
});
