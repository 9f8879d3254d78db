import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { DocumentLine } from '../ipc/types/DocumentLine';
import type { DocumentPage } from '../ipc/types/DocumentPage';
import SignOffLines from './SignOffLines.svelte';

const line = (text: string): DocumentLine => ({ style: 'text', text, why: null, from: null });
const pageOf = (...texts: string[]) =>
  ({
    document: { engagement: 'e' },
    lines: [{ ...line('Goals'), style: 'heading' }, ...texts.map(line)],
  }) as unknown as DocumentPage;

// By their labels: to look for a role among all of a page is slow.
const boxes = (label: string) => screen.getAllByLabelText<HTMLInputElement>(label);
const ticked = () =>
  [...document.querySelectorAll<HTMLInputElement>('li input')]
    .filter((box) => box.checked)
    .map((box) => box.labels?.[0]?.textContent);
const tick = async (box: HTMLInputElement | undefined) => {
  if (box) await fireEvent.click(box);
};

describe('signing off line by line', () => {
  it('asks for a goal that stands as a heading', async () => {
    const why = { ground: 'own-words' } as const;
    const page = pageOf('One');
    page.lines.push({ ...line('A goal'), style: 'heading', why });
    render(SignOffLines, { page });
    await tick(boxes('Go through it line by line with the coachee')[0]);
    expect(boxes('A goal')).toHaveLength(1);
    expect(document.querySelectorAll('li')).toHaveLength(2);
  });

  it('keeps what was agreed where the lines change, and asks for the others', async () => {
    const { rerender } = render(SignOffLines, { page: pageOf('One', 'Two', 'Two') });
    await tick(boxes('Go through it line by line with the coachee')[0]);
    expect(document.querySelectorAll('li')).toHaveLength(3);
    await tick(boxes('One')[0]);
    await tick(boxes('Two')[1]);
    expect(screen.getByText('2 of 3 lines are agreed')).toBeVisible();

    await rerender({ page: pageOf('New', 'Two', 'One') });
    expect(ticked()).toEqual(['One']);
    expect(screen.getByText('1 of 3 lines are agreed')).toBeVisible();
    await tick(boxes('New')[0]);
    await tick(boxes('Two')[0]);
    expect(screen.getByText('All are agreed')).toBeVisible();
  });
});
