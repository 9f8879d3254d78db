// What was written down while somebody talked, as it is read afterwards.
import { at, expect, expectAccessible, inLooks, LOOKS, test } from './desk';

const SESSION = 'nadia-s8';
const RECORD = `# The board in March

She was **clear**, and _calm_:
- first the numbers
- then what they mean

1. call Ingrid
2. write to the board

<b>not bold</b> [a link](https://example.org) ![](https://example.org/a.png)`;

inLooks(LOOKS, '', (shot) => {
  test('the record of a session that was held is read as it was meant', async ({ page, desk }) => {
    await at(page, '#/today');
    const write = (part: string, text: string) =>
      desk.ask('write_session', { session: SESSION, part, text });
    await write('record', RECORD);
    await write('reflective', 'I was **quick** to answer.');
    await at(page, `#/engagement/nadia/session/${SESSION}/notes`);
    const record = page.locator('.formatted', { hasText: 'The board in March' });
    await expect(record.getByRole('heading', { name: 'The board in March' })).toBeVisible();
    await expect(record.locator('strong')).toHaveText(['clear']);
    await expect(record.locator('em')).toHaveText(['calm']);
    await expect(record.locator('ul > li')).toHaveText([
      'first the numbers',
      'then what they mean',
    ]);
    await expect(record.locator('ol > li')).toHaveText(['call Ingrid', 'write to the board']);
    await expect(record).toContainText('<b>not bold</b> [a link](https://example.org)');
    await expect(record.locator('a, img, b')).toHaveCount(0);
    await shot(page, 'session-read');
    await expectAccessible(page);
    // It is changed as it was typed, and only when that is asked for.
    await page.getByRole('button', { name: 'Change: Record of the session' }).click();
    await expect(page.getByLabel('Record of the session', { exact: true })).toBeFocused();
    await expect(page.getByLabel('Record of the session', { exact: true })).toHaveValue(RECORD);
  });
});

test('what was found stands without the signs that format it', async ({ page, desk }) => {
  await at(page, '#/today');
  await desk.ask('write_session', {
    session: SESSION,
    part: 'record',
    text: '- the **zelkova** tree\n- a _second_ line',
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('zelkova');
  const found = page.getByRole('option', { name: /zelkova/ });
  await expect(found).toContainText('the zelkova tree');
  await expect(found).not.toContainText('**');
});
