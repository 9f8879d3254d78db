import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Role } from '../ipc/types/Role';
import { defaultsOf } from '../screens/engagement/boundaries/rules';
import Matrix from './Matrix.svelte';

const defaults = defaultsOf([
  { topic: 'engagement', role: 'sponsor', rule: 'shared' },
  { topic: 'engagement', role: 'hr-partner', rule: 'shared' },
  { topic: 'engagement', role: 'line-manager', rule: 'shared' },
]);
const roles: Role[] = ['sponsor', 'hr-partner', 'coachee'];

function grid(open = true) {
  const onset = vi.fn();
  const onundo = vi.fn();
  const rules = () => 'confidential' as const;
  render(Matrix, { roles, rules, defaults, onundo, onset: open ? onset : undefined });
  return { onset, onundo, grid: screen.getByRole('grid') };
}

// By its place: to look for a name among eighty is slow.
const cell = (row: number, column: number) =>
  document.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);

describe('the matrix', () => {
  it('is reached by Tab once, and says each cell in words', async () => {
    grid();
    await userEvent.tab();
    expect(cell(0, 0)).toHaveFocus();
    expect(cell(0, 0)).toHaveAccessibleName(
      'Engagement, Sponsor: confidential. It differs: usually shared',
    );
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it('is filled in with the keyboard alone', async () => {
    const { onset, onundo } = grid();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}2');
    expect(cell(1, 1)).toHaveFocus();
    expect(cell(1, 1)).toHaveAccessibleName('Attendance, HR partner: confidential');
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'attendance', role: 'hr-partner', rule: 'with-consent' },
    ]);
    await userEvent.keyboard(' ');
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'attendance', role: 'hr-partner', rule: 'shared' },
    ]);
    await userEvent.keyboard('{ArrowUp}d');
    expect(onset).toHaveBeenLastCalledWith([
      { topic: 'engagement', role: 'hr-partner', rule: 'shared' },
    ]);
    await userEvent.keyboard('{Shift>}[Digit3]{/Shift}');
    expect(onset).toHaveBeenLastCalledWith(
      ['sponsor', 'line-manager', 'hr-partner'].map((role) => ({
        topic: 'engagement',
        role,
        rule: 'coachee-shares',
      })),
    );
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(onundo).toHaveBeenCalledOnce();
  });

  it('keeps a digit from leading to another part of the page', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    grid();
    await userEvent.tab();
    heard.mockClear();
    await userEvent.keyboard('3');
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('w');
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });

  it('can be walked through and not changed when somebody has assented', async () => {
    const { onset, grid: table } = grid(false);
    expect(table).toHaveAttribute('aria-readonly', 'true');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}1 d');
    expect(cell(1, 0)).toHaveFocus();
    expect(onset).not.toHaveBeenCalled();
  });
});
