// What other programs export: looked at, matched, brought in all at once.
import { LOOKS, at, expect, expectAccessible, inLooks, test } from './desk';

const FILES = '../../crates/intake/tests/files';

/** A calendar as another program would write it, with a series that recurs for ever. */
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Another//Calendar//EN',
  'BEGIN:VEVENT',
  'UID:coaching@example.com',
  'DTSTAMP:20260901T080000Z',
  'DTSTART:20261013T140000',
  'DTEND:20261013T151500',
  'RRULE:FREQ=WEEKLY;INTERVAL=2',
  'SUMMARY:Coaching N.',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:dentist@example.com',
  'DTSTAMP:20260901T080000Z',
  'DTSTART:20261014T090000',
  'DTEND:20261014T093000',
  'SUMMARY:Dentist',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

inLooks(LOOKS, 'bringing-', (shot) => {
  test('sessions come out of a calendar, once', async ({ page }) => {
    const dialog = page.getByRole('dialog');
    const file = {
      name: 'calendar.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(CALENDAR),
    };
    await at(page, '#/engagements');
    await page.keyboard.press('b');
    await dialog.getByLabel('The file').setInputFiles(file);
    await dialog.getByLabel('To', { exact: false }).last().fill('2026-11-15');
    await page.keyboard.press('Tab');
    await dialog.getByLabel(/^Coaching N\./).selectOption({ index: 1 });
    await expect(dialog.getByRole('checkbox')).toHaveCount(3);
    await shot(page, 'calendar');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Bring in (3)' }).click();
    await expect(page.getByText('Sessions: 3 new, 0 changed, 0 cancelled.')).toBeVisible();

    // Again: whose the title is was remembered, and all of it is here.
    await page.keyboard.press('b');
    await dialog.getByLabel('The file').setInputFiles(file);
    await expect(dialog.getByText('Here already.').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('b');
    await dialog.getByLabel('The file').setInputFiles(file);
    await expect(dialog.getByText('Here already.')).toHaveCount(0);
  });

  test('people come out of an address book', async ({ page }) => {
    const dialog = page.getByRole('dialog');
    await at(page, '#/people');
    await page.getByRole('button', { name: 'Bring in contacts' }).click();
    await dialog.getByLabel('The file').setInputFiles(`${FILES}/thunderbird-3.0.vcf`);
    await expect(dialog.getByText('Emma Musterfrau')).toBeVisible();
    await shot(page, 'contacts');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: /^Bring in \(/ }).click();
    await expect(page.getByText('Emma Musterfrau').first()).toBeVisible();

    await page.getByRole('button', { name: 'Bring in contacts' }).click();
    await dialog.getByLabel('The file').setInputFiles(`${FILES}/google.ics`);
    await expect(dialog.getByRole('alert')).toBeVisible();
  });

  test('old notes become the records of sessions, once', async ({ page }) => {
    const dialog = page.getByRole('dialog');
    const text = (name: string, words: string | Buffer) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(words),
    });
    const files = [
      text('2026-04-01 Nadia.md', 'She called nobody for a whole day.'),
      text('4-5-2026 <b>.txt', 'Which day was it?'),
      text('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
      text('24.3.2026.txt', 'More of what was said first.'),
    ];
    await at(page, '#/engagement/nadia/sessions');
    await page.keyboard.press('b');
    await dialog.getByLabel('The files').setInputFiles(files);
    await expect(dialog.getByRole('listitem')).toHaveCount(4);
    await expect(dialog.getByText('It stands in no view of the sponsor’s side.')).toBeVisible();
    await expect(dialog.getByText('Added to the record of this day.')).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: 'picture.txt' })).toBeDisabled();
    await expect(dialog.getByRole('button', { name: 'Bring in (2)' })).toBeEnabled();
    await shot(page, 'notes');
    await expectAccessible(page);

    // Its day can be read in two ways: it comes in when somebody says which.
    const asked = dialog.getByRole('listitem').filter({ hasText: 'Which day was it?' });
    await asked.getByLabel('Day of the session').fill('2026-04-05');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Bring in (3)' })).toBeEnabled();
    await dialog.getByRole('checkbox', { name: '24.3.2026.txt' }).uncheck();
    await dialog.getByRole('button', { name: 'Bring in (2)' }).click();
    await expect(page.getByText('Notes: 2 new sessions, 0 added to a record.')).toBeVisible();
    await expect(page.getByText('She called nobody for a whole day.')).toBeVisible();

    // Again, from the palette: all but what was left out is here.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill('bring in notes');
    await page.getByRole('option', { name: /Bring in notes/ }).click();
    await dialog.getByLabel('The files').setInputFiles(files);
    await expect(dialog.getByText('Here already.')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('She called nobody for a whole day.')).toHaveCount(0);
  });
});
