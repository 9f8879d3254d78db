import type { DocumentLine } from '../ipc/types/DocumentLine';

/**
 * The lines that are signed off one by one, each with a key of what it says: how it is said, its words,
 * and which it is of those that say the same.
 */
export function keyed<L extends Pick<DocumentLine, 'style' | 'text'>>(
  lines: readonly L[],
): { line: L; key: string }[] {
  const met = new Map<string, number>();
  return lines.map((line) => {
    const said = `${line.style}\n${line.text}`;
    const before = met.get(said) ?? 0;
    met.set(said, before + 1);
    return { line, key: `${before}\n${said}` };
  });
}
