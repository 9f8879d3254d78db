import type { ContactColumn } from '../ipc/types/ContactColumn';
import type { ContactsFile } from '../ipc/types/ContactsFile';

/** What a column of a table may say, in the order in which it is offered. */
export const COLUMNS: ContactColumn[] = [
  'nothing',
  'name',
  'given-name',
  'family-name',
  'called',
  'title',
  'organisation',
  'email',
  'phone',
];

/** What a file of contacts is, by the ending of its name. */
export function fileKind(name: string): ContactsFile {
  return /\.(vcf|vcard)$/i.test(name) ? 'cards' : 'table';
}
