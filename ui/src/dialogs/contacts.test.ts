import { expect, it } from 'vitest';
import { base64Of } from '../lib/files';
import { fileKind } from './contacts';

it('tells cards from tables by the ending', () => {
  expect(fileKind('Contacts.VCF')).toBe('cards');
  expect(fileKind('people.vcard')).toBe('cards');
  expect(fileKind('people.csv')).toBe('table');
});

it('hands over a file byte for byte, and no more of it than is read', async () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  const file = new File([bytes], 'any');
  const whole = Uint8Array.from(atob(await base64Of(file)), (c) => c.charCodeAt(0));
  expect(whole).toEqual(bytes);
  expect(atob(await base64Of(file, 10))).toHaveLength(10);
});
