/** Light Markdown, read into plain data: what shows it makes no HTML out of what was typed. */

/** A run of words in one face. */
export interface Run {
  text: string;
  face: 'plain' | 'strong' | 'em' | 'code';
}

/** A paragraph with its lines, a heading, or a list. */
export type Block =
  | { kind: 'text'; lines: Run[][] }
  | { kind: 'heading'; line: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] };

const FACES = [
  { face: 'code', at: /`([^`\n]+)`/ },
  { face: 'strong', at: /\*\*(?=\S)([^\n]*?\S)\*\*/ },
  { face: 'em', at: /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?![\p{L}\p{N}*])/u },
  { face: 'em', at: /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/u },
] as const;

/** A longer line is shown as typed: looking for faces takes longer than its length. */
const LONGEST = 2_000;

/** One line in runs: **strong**, *emphasis* or _emphasis_, `as typed`. */
export function runs(line: string): Run[] {
  if (line.length > LONGEST) return [{ text: line, face: 'plain' }];
  const found = FACES.map(({ face, at }) => ({ face, match: at.exec(line) }))
    .filter((one) => one.match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0];
  if (!found?.match) return line === '' ? [] : [{ text: line, face: 'plain' }];
  const { face, match } = found;
  const before = line.slice(0, match.index);
  return [
    ...(before === '' ? [] : [{ text: before, face: 'plain' as const }]),
    { text: match[1] ?? '', face },
    ...runs(line.slice(match.index + match[0].length)),
  ];
}

const HEADING = /^\s{0,3}#{1,6}\s+(\S.*)$/;
const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;

/** A note in blocks. Every word that was typed is in them, in its order. */
export function blocks(note: string): Block[] {
  const all: Block[] = [];
  let open: Block | null = null;
  for (const line of note.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      all.push({ kind: 'heading', line: runs(heading[1] ?? '') });
      open = null;
      continue;
    }
    const bullet = BULLET.exec(line);
    const item = bullet ?? NUMBER.exec(line);
    if (item) {
      const ordered = bullet === null;
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] };
        all.push(open);
      }
      open.items.push(runs(item[1] ?? ''));
    } else {
      if (open?.kind !== 'text') {
        open = { kind: 'text', lines: [] };
        all.push(open);
      }
      open.lines.push(runs(line));
    }
  }
  return all;
}

/** A note without the signs that format it: where it stands in a line of something else. */
export function withoutMarks(note: string): string {
  const words = (line: Run[]) => line.map((run) => run.text).join('');
  return blocks(note)
    .flatMap((block) => {
      if (block.kind === 'heading') return [words(block.line)];
      return (block.kind === 'list' ? block.items : block.lines).map(words);
    })
    .join('\n');
}
