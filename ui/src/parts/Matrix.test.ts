import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../ipc/types/Role';
import { defaultsOf } from '../screens/engagement/boundaries/rules';
import Matrix from './Matrix.svelte';

const defaults = defaultsOf([
  { topic: 'engagement', role: 'sponsor', rule: 'shared' },
  { topic: 'engagement', role: 'hr-partner', rule: 'shared' },
  { topic: 'engagement', role: 'line-manager', rule: 'shared' },
]);
const roles: Role[] = ['sponsor', 'hr-partner'];

function grid(open = true) {
  const onset = vi.fn();
  const onundo = vi.fn();
  const rules = () => 'confidential' as const;
  render(Matrix, { roles, rules, defaults, onundo, onset: open ? onset : undefined });
  const stops = document.querySelectorAll<HTMLElement>('[tabindex="0"]');
  stops[0]?.focus();
  return { onset, onundo, stops };
}

// By its place: to look for a name among eighty is slow, and so is typing with all that belongs to it.
const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);

/** Presses a key where the focus is. True when nobody else is to act on it. */
const press = async (key: string, more: KeyboardEventInit = {}) =>
  !(await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));

describe('the matrix', () => {
  it('is reached by Tab once, and says each cell in words', () => {
    const { stops } = grid();
    expect(stops).toHaveLength(1);
    expect(cell(0, 0)).toHaveFocus();
    expect(cell(0, 0)).toHaveAttribute(
      'aria-label',
      'Engagement, Sponsor: confidential. It differs: usually shared',
    );
    expect(cell(1, 1)).toHaveAttribute('aria-label', 'Attendance, HR partner: confidential');
  });

  it('is filled in with the keyboard alone', async () => {
    const { onset, onundo } = grid();
    await press('ArrowDown');
    await press('ArrowRight');
    expect(cell(1, 1)).toHaveFocus();
    expect(cell(1, 1)).toHaveAttribute('tabindex', '0');
    await press('2', { code: 'Digit2' });
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'attendance', role: 'hr-partner', rule: 'with-consent' },
    ]);
    await press(' ');
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'attendance', role: 'hr-partner', rule: 'shared' },
    ]);
    await press('ArrowUp');
    await press('d');
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'engagement', role: 'hr-partner', rule: 'shared' },
    ]);
    await press('§', { code: 'Digit3', shiftKey: true });
    expect(onset).toHaveBeenLastCalledWith(
      ['sponsor', 'line-manager', 'hr-partner'].map((role) => ({
        topic: 'engagement',
        role,
        rule: 'coachee-shares',
      })),
    );
    await press('z', { ctrlKey: true });
    expect(onundo).toHaveBeenCalledOnce();
  });

  it('keeps a digit from leading to another part of the page', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    grid();
    expect(await press('3', { code: 'Digit3' })).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    expect(await press('w')).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });

  it('can be walked through and not changed when somebody has assented', async () => {
    const { onset } = grid(false);
    expect(screen.getByRole('grid', { hidden: true })).toHaveAttribute('aria-readonly', 'true');
    await press('ArrowDown');
    await press('1', { code: 'Digit1' });
    await press('d');
    await press(' ');
    expect(cell(1, 0)).toHaveFocus();
    expect(onset).not.toHaveBeenCalled();
  });
});
