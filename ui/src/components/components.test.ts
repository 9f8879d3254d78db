import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { today } from '../lib/days';
import { toasts } from '../lib/toasts.svelte';
import Button from './Button.svelte';
import ChairTag from './ChairTag.svelte';
import DayField from './DayField.svelte';
import Dialog from './Dialog.svelte';
import Palette, { type Found } from './Palette.svelte';
import Quote from './Quote.svelte';
import Tabs from './Tabs.svelte';
import TextField from './TextField.svelte';
import Toasts from './Toasts.svelte';

const text = (words: string) => createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));

describe('a chair', () => {
  it.each([
    ['one', 'coach alone'],
    ['two', 'coach and coachee'],
    ['three', 'sponsor as well'],
  ] as const)('is said in words: %s', (chair, word) => {
    render(ChairTag, { chair });
    expect(screen.getByText(word)).toBeVisible();
  });
});

describe('a quotation', () => {
  it('shows markup as text', () => {
    const words = '<img src=x onerror=alert(1)> #let x = 1 & "so" \u202Eabc';
    const { container } = render(Quote, { words });
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('a field', () => {
  it('is read with its hint and its error', () => {
    render(TextField, { label: 'Name', hint: 'As they write it.', error: 'A name is missing.' });
    const input = screen.getByLabelText('Name');
    expect(input).toHaveAccessibleDescription('As they write it. A name is missing.');
    expect(input).toBeInvalid();
  });
});

describe('a date field', () => {
  it('reads a day as it is typed and hands over the ISO day', async () => {
    const onchange = vi.fn();
    render(DayField, { label: 'Day', onchange });
    const input = screen.getByLabelText('Day');
    await userEvent.type(input, 'today');
    expect(onchange).toHaveBeenLastCalledWith(today());
  });

  it('keeps what it cannot read and says so', async () => {
    const onchange = vi.fn();
    render(DayField, { label: 'Day', onchange });
    const input = screen.getByLabelText('Day');
    await userEvent.type(input, '30 feb');
    await userEvent.tab();
    expect(input).toHaveValue('30 feb');
    expect(input).toBeInvalid();
    expect(onchange).not.toHaveBeenCalledWith('2026-02-30');
  });

  it('goes a day on with the arrow keys', async () => {
    const onchange = vi.fn();
    render(DayField, { label: 'Day', value: '2026-02-28', onchange });
    await userEvent.click(screen.getByLabelText('Day'));
    await userEvent.keyboard('{ArrowUp}');
    expect(onchange).toHaveBeenLastCalledWith('2026-03-01');
  });
});

describe('a button', () => {
  it('names its key without saying it twice', () => {
    render(Button, { key: 's', children: text('Save') });
    expect(screen.getByRole('button')).toHaveAccessibleName('Save');
  });
});

describe('tabs', () => {
  it('move with the arrow keys, round and round', async () => {
    const onselect = vi.fn();
    render(Tabs, {
      label: 'Parts',
      current: 'b',
      onselect,
      tabs: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      panel: createRawSnippet((id: () => string) => ({ render: () => `<p>${id()}</p>` })),
    });
    screen.getByRole('tab', { name: 'B' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onselect).toHaveBeenCalledWith('a');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('b');
  });
});

describe('a dialog', () => {
  it('is named by its title and closes', async () => {
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'A shift', children: text('x'), onclose });
    await tick();
    const dialog = screen.getByRole('dialog', { name: 'A shift' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(onclose).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the palette', () => {
  it('finds, moves and runs with the keyboard alone', async () => {
    const run = vi.fn();
    const find = vi.fn(async (query: string) => ({
      more: false,
      found: ['Maya', 'Marta', 'Ingrid']
        .filter((name) => name.toLowerCase().includes(query))
        .map((name) => ({ id: name, group: 'Person', label: name, run: () => run(name) })),
    }));
    render(Palette, { open: true, find });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Find anything' }), 'ma');
    const list = screen.getByRole('listbox', { name: 'Found' });
    await vi.waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(2));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(run).toHaveBeenCalledWith('Marta');
  });

  it('asks one question at a time, and shows the answer to the newest', async () => {
    const answers: ((found: string) => void)[] = [];
    const find = vi.fn(
      (query: string) =>
        new Promise<{ more: boolean; found: Found[] }>((resolve) => {
          answers.push((name) =>
            resolve({
              more: false,
              found: [{ id: name, group: 'Person', label: `${name} ${query}`, run: () => {} }],
            }),
          );
        }),
    );
    render(Palette, { open: true, find });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Find anything' }), 'maya');
    expect(find.mock.calls.map(([query]) => query)).toEqual(['']);
    answers[0]?.('first');
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(2));
    answers[1]?.('second');
    expect(await screen.findByText('second maya')).toBeTruthy();
    expect(find).toHaveBeenCalledTimes(2);
  });
});

describe('a toast', () => {
  it('offers the way back once', async () => {
    toasts.clear();
    const undo = vi.fn();
    render(Toasts);
    toasts.show('Removed.', { undo });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('Removed.')).toBeNull();
  });
});
