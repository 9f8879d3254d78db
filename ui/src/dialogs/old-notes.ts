import type { FileGiven } from '../ipc/types/FileGiven';
import type { NotesFile } from '../ipc/types/NotesFile';
import type { NotesFileSeen } from '../ipc/types/NotesFileSeen';
import { base64Of } from '../lib/files';
import { t } from '../messages';

/** So many files are looked at together, and so many bytes are read: what is more would be refused. */
const MOST = 200;
const LARGEST = 32 * 1024 * 1024;

/** Why these files are not read at all; null when they are. */
export function tooMuch(files: File[]): string | null {
  if (files.length > MOST) return t('notes_in.too_many', { most: MOST });
  const sizes = files.map((file) => file.size).filter((size) => size <= LARGEST);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  return size > LARGEST ? t('notes_in.too_large') : null;
}

/** A file as the desk takes it. What is too large is not read. */
export async function notesFile(file: File): Promise<NotesFile> {
  return { name: file.name, given: await given(file), on: null, leave: false };
}

async function given(file: File): Promise<FileGiven> {
  if (file.size > LARGEST) return 'too-large';
  try {
    return { bytes: await base64Of(file) };
  } catch {
    return 'unreadable';
  }
}

/** True when bringing the file in would do something. */
export function notesCome(file: NotesFileSeen): boolean {
  return file.will === 'new' || file.will === 'added';
}

/** True when all that is missing of the file is its day. */
export function dayIsAsked(file: NotesFileSeen): boolean {
  return file.why === 'no-day' || file.why === 'two-days';
}

/** What would become of it, how many words it has, and the first of them. */
export function notesLine(file: NotesFileSeen): string {
  const will = dayIsAsked(file) ? '' : t(`notes_in.will.${file.will}`);
  const why = file.why ? t(`notes_in.why.${file.why}`) : '';
  const words =
    file.words > 0 ? `${t('notes_in.words', { n: file.words })}: ${file.beginning}` : '';
  return [will, why, words].filter(Boolean).join(' ');
}
