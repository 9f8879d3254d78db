// Who may know this, what may I say, release to, what is withheld, the ledger, documents without
// names, everything about one person: as the coach does it, with the keyboard where that is quicker.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const ENGAGEMENT = '#/engagement/nadia';

inLooks(LOOKS.slice(0, 3), '', (shot) => {
  test('one key says who may know an item and who does', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/goals`);
    await page
      .locator('article')
      .getByRole('button', { name: /Who may know/ })
      .first()
      .focus();
    await page.keyboard.press('w');
    const panel = page.getByRole('dialog', { name: 'Who may know this?' });
    await expect(panel.getByRole('heading', { name: 'Does know' })).toBeVisible();
    await expect(panel.getByText('part of the two-chair record')).toBeVisible();
    await expect(panel.getByText('coachee shares').first()).toBeVisible();
    await shot(page, 'who');
    await expectAccessible(page);
  });

  test('one key says what may be said, and records that it was', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/story`);
    await page.keyboard.press('s');
    const card = page.getByRole('dialog', { name: 'What may I say?' });
    await expect(card.getByText('10 of 16 sessions have been held.')).toBeVisible();
    await expect(card.getByRole('radio', { name: /sponsor/ })).toBeFocused();
    await shot(page, 'say');
    await expectAccessible(page);
    await page.keyboard.press('2');
    await expect(card.getByText(/To Chiara Benedetti/)).toBeVisible();
    await card.getByRole('button', { name: /I said this… 10 of 16/ }).click();
    await card.getByRole('button', { name: 'Write into the ledger' }).click();
    await expect(card.getByText(/^In the ledger:/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('0');
    await expect(page.getByText('You told Chiara Benedetti, face to face:')).toBeVisible();
  });

  test('words are released from where they stand, unless a rule forbids it', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/story`);
    const words = page.locator('blockquote', {
      hasText: 'I kept waiting to know',
    });
    await words.scrollIntoViewIfNeeded();
    await words.click({ clickCount: 3 });
    await expect(page.getByRole('toolbar')).toBeVisible();
    await shot(page, 'release-bar');
    await expectAccessible(page);
    await page.keyboard.press('r');
    const form = page.getByRole('dialog', { name: /releases words/ });
    await expect(form.getByLabel('The exact wording')).toHaveValue(/^I kept waiting to know/);
    await expect(form.getByText(/By the agreement of/)).toBeVisible();
    await shot(page, 'release');
    await expectAccessible(page);
    await form.getByLabel('Topic').selectOption('reflections');
    await expect(form.getByText(/only a new agreement does/)).toBeVisible();
    await expect(form.getByRole('button', { name: 'Record the release' })).toBeDisabled();
    await form.getByLabel('Topic').selectOption('insights');
    await form.getByRole('button', { name: 'Record the release' }).click();
    await expect(form).toHaveCount(0);
    await page.keyboard.press('6');
    await expect(words).toBeVisible();
  });

  test('what is withheld stays in sight until it is resolved', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/alignment`);
    const bar = page.getByRole('list', { name: /Withheld/ });
    await expect(bar).toBeVisible();
    await shot(page, 'withheld');
    await bar.getByRole('button', { name: 'Resolve…' }).click();
    const form = page.getByRole('dialog', { name: /Resolve/ });
    await shot(page, 'resolve');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Resolve it' }).click();
    await expect(bar).toHaveCount(0);
    await page.getByRole('button', { name: 'They told me something' }).click();
    await page.getByRole('radio', { name: /^Withheld/ }).check();
    await expect(page.getByLabel('Why')).toBeVisible();
    await shot(page, 'contact');
    await expectAccessible(page);
  });

  test('an exception takes three steps, and stands out in the ledger', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/ledger`);
    await page.getByText('When nothing allows it and it has to be said').click();
    await page.getByRole('button', { name: 'Record an exception…' }).click();
    const form = page.getByRole('dialog', { name: 'An exception' });
    const next = form.getByRole('button', { name: 'Next' });
    await expect(next).toBeDisabled();
    await form.getByRole('radio', { name: 'danger to somebody' }).check();
    await shot(page, 'exception');
    await expectAccessible(page);
    await next.click();
    await form.getByRole('radio', { name: 'your supervisor' }).check();
    await next.click();
    await form.getByLabel('The least necessary wording').fill('Please see that she is not alone.');
    await form.getByLabel('Why it had to be said').fill('She said what she meant to do tonight.');
    const record = form.getByRole('button', { name: 'Record the exception' });
    await expect(record).toBeDisabled();
    await form.getByLabel(/^Type:/).fill('This is the least necessary');
    await shot(page, 'exception-last');
    await expectAccessible(page);
    await record.click();
    await expect(page.getByText(/^By exception, you told/)).toBeVisible();
    await expect(
      page.getByText('What forced it: danger to somebody.', { exact: false }),
    ).toBeVisible();
    await shot(page, 'ledger-exception');
    await expectAccessible(page);
  });

  test('a case sheet asks about each word that may be a name', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/documents`);
    await page.getByRole('button', { name: 'your supervisor' }).click();
    const names = page.getByRole('region', { name: 'Names' });
    const count = names.getByRole('heading', { name: /words? may be/ });
    await expect(count).toBeVisible();
    const before = Number.parseInt((await count.textContent()) ?? '0', 10);
    await shot(page, 'case-sheet');
    await expectAccessible(page);
    await names
      .getByRole('button', { name: /^Is no name/ })
      .first()
      .click();
    await expect(names.getByText('1 word decided')).toBeVisible();
    await names.locator('input').first().fill('a colleague');
    await names
      .getByRole('button', { name: /^Replace/ })
      .first()
      .click();
    await expect(names.getByText('2 words decided')).toBeVisible();
    await expect(count).toHaveText(new RegExp(`^${before - 2} words? may be`));
    await expect(page.getByRole('button', { name: 'Hand over…' })).toHaveCount(0);
  });

  test('everything about one person is looked through before it goes', async ({ page }) => {
    await at(page, '#/people');
    await page.getByRole('link', { name: /Everything about this person… Nadia/ }).click();
    await expect(page.getByRole('heading', { name: /Everything kept about Nadia/ })).toBeVisible();
    const write = page.getByRole('button', { name: 'Write a draft…' });
    await expect(write).toBeDisabled();
    await page.getByLabel('Show only what is to be decided').check();
    await page.getByRole('radio', { name: 'leave out' }).first().check();
    await page.getByLabel('Why it is left out').first().fill('It is somebody else’s.');
    await shot(page, 'access');
    await expectAccessible(page);
    await page.getByText('Decide about all that is left').click();
    await page.getByRole('button', { name: 'Include all of it' }).click();
    await expect(page.getByText(/^All is decided/)).toBeVisible();
    await expect(write).toBeEnabled();
  });

  test('a chair is looked at on any day, and jumps to what changed', async ({ page }) => {
    await at(page, `${ENGAGEMENT}/chair/nadia-sponsor/2026-05-28`);
    const own = page.getByText('Yusuf presents the figures of the largest plant himself', {
      exact: false,
    });
    const sees = page.getByRole('region', {
      name: /What Graham Tolliver may see/,
    });
    await expect(sees.locator('blockquote').and(own).first()).toBeVisible();
    await page.getByRole('button', { name: 'The day before' }).click();
    await expect(sees.locator('blockquote').and(own)).toHaveCount(0);
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect(sees.locator('blockquote').and(own).first()).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /April 28|28 April/);
    await page.keyboard.press('Home');
    await expect(page.getByText(/may see nothing/)).toBeVisible();
    await shot(page, 'chair-nothing');
    await expectAccessible(page);
  });
});
