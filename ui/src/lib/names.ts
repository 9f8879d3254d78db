import type { Mask } from '../ipc/types/Mask';

/** What was decided about a word, or the decision taken back. */
export function decided(masks: Mask[], name: string, becomes: string | null | undefined): Mask[] {
  const others = masks.filter((mask) => mask.name !== name);
  return becomes === undefined ? others : [...others, { name, becomes }];
}

/** A draft's line in pieces: the words that stand between the marks may be names. */
export function pieces(text: string): { text: string; unsure: boolean }[] {
  return text
    .split(/(⟦[^⟧]*⟧)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('⟦') && piece.endsWith('⟧')
        ? { text: piece.slice(1, -1), unsure: true }
        : { text: piece, unsure: false },
    );
}
