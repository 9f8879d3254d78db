import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { PartyCard } from '../ipc/types/PartyCard';
import { answered, confirmed, stepOf } from './exception';
import ExceptionDialog from './ExceptionDialog.svelte';

const SENTENCE = 'This is the least necessary';
const parties = [{ id: 'ingrid', name: 'Ingrid', role: 'sponsor' } as PartyCard];

describe('the way to an exception', () => {
  it('goes on only when a step is answered', () => {
    const draft = { words: 'x', reason: 'y', typed: '' };
    expect(answered('forced', draft, SENTENCE)).toBe(false);
    expect(answered('forced', { ...draft, kind: 'danger' }, SENTENCE)).toBe(true);
    expect(answered('consult', draft, SENTENCE)).toBe(false);
    expect(answered('words', draft, SENTENCE)).toBe(false);
    expect(answered('words', { ...draft, typed: SENTENCE }, SENTENCE)).toBe(true);
    expect(answered('words', { ...draft, typed: SENTENCE, reason: ' ' }, SENTENCE)).toBe(false);
  });

  it('is confirmed by typing a sentence, not by any other', () => {
    expect(confirmed('  this is the least necessary. ', SENTENCE)).toBe(true);
    expect(confirmed('', SENTENCE)).toBe(false);
    expect(confirmed('yes', SENTENCE)).toBe(false);
    expect(confirmed('', '')).toBe(false);
  });

  it('leads back to the step whose field was refused', () => {
    expect(stepOf('topic')).toBe('forced');
    expect(stepOf('reason')).toBe('words');
  });
});

describe('the dialog of an exception', () => {
  it('takes three steps, chooses nothing by itself, and is never sent by the Enter key', async () => {
    const onsave = vi.fn(async () => undefined);
    render(ExceptionDialog, { parties, onsave, onclose: () => undefined });
    const next = () => screen.getByRole('button', { name: 'Next' });
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(next()).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: /danger/i }));
    await userEvent.click(next());
    expect(next()).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: /lawyer/i }));
    await userEvent.click(next());

    const record = screen.getByRole('button', { name: 'Record the exception' });
    expect(record).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/least necessary wording/i), 'He is in danger.');
    await userEvent.type(screen.getByLabelText(/why/i), 'There was no other way.');
    const typed = screen.getByLabelText(/type/i);
    await userEvent.type(typed, `${SENTENCE}{Enter}`);
    expect(record).toBeEnabled();
    await userEvent.type(typed, '{Enter}');
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.click(record);
    expect(onsave).toHaveBeenCalledWith(
      expect.objectContaining({
        party: 'ingrid',
        kind: 'danger',
        consulted: 'lawyer',
        words: 'He is in danger.',
        least_necessary: true,
      }),
    );
  });
});
