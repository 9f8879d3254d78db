import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import StoryPicture from './Story.svelte';
import type { Story } from './types';

// Roles are looked for in a whole picture: slow where many tests run side by side.
vi.setConfig({ testTimeout: 30_000 });

const story: Story = {
  from: '2026-02-01',
  to: '2026-12-01',
  today: '2026-09-01',
  lanes: [
    {
      goal: 'a',
      segments: [
        {
          version: '1',
          from: '2026-03-01',
          to: '2026-05-01',
          title: 'Speak earlier',
          words: '',
          status: 'active',
          weight: 2,
          shift: null,
          joins: [],
          session: null,
        },
        {
          version: '2',
          from: '2026-05-01',
          to: null,
          title: 'Think aloud',
          words: 'As I go.',
          status: 'active',
          weight: 3,
          shift: { kind: 'morphed', prompt: 'insight', reason: 'I wait <b>too long</b>.' },
          joins: [],
          session: null,
        },
      ],
    },
  ],
  marks: [
    {
      kind: 'meeting',
      id: 'm1',
      on: '2026-03-03',
      number: 0,
      meeting: 'contracting',
      words: '',
      session: null,
      held: true,
    },
    {
      kind: 'session',
      id: 's1',
      on: '2026-03-10',
      number: 1,
      meeting: null,
      words: '',
      session: null,
      held: true,
    },
    {
      kind: 'session',
      id: 's2',
      on: '2026-03-24',
      number: 2,
      meeting: null,
      words: '',
      session: null,
      held: true,
    },
    {
      kind: 'insight',
      id: 'n1',
      on: '2026-03-24',
      number: 0,
      meeting: null,
      words: 'Nobody asked me to be finished.',
      session: 's2',
      held: true,
    },
  ],
  baselines: [],
  sponsor_knows: [
    { on: '2026-03-03', lane: 0, wording: 'Speak earlier', how: 'agreed', replaces: false },
  ],
};

describe('the story in time', () => {
  it('is one stop for the tab key, and moves with the arrows', async () => {
    render(StoryPicture, { story, title: 'Maya' });
    const picture = screen.getByRole('group', { name: /Maya/ });
    const stops = within(picture).getAllByRole('button');
    expect(stops.filter((stop) => stop.tabIndex === 0)).toHaveLength(1);
    screen.getByRole('button', { name: /: Session 1/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: /: Session 2/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: /Nobody asked me/ })).toHaveFocus();
    expect(screen.getAllByText('Nobody asked me to be finished.')[0]).toBeVisible();
  });

  it('opens the session of a mark when it is chosen twice', async () => {
    const onopen = vi.fn();
    render(StoryPicture, { story, title: 'Maya', onopen });
    screen.getByRole('button', { name: /: Session 2/ }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onopen).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onopen).toHaveBeenCalledWith(story.marks[2]);
  });

  it('holds the same in tables, with markup as text', async () => {
    const { container } = render(StoryPicture, { story, title: 'Maya' });
    const details = container.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    await waitFor(() => expect(container.querySelector('table')).not.toBeNull());
    const tables = container.querySelectorAll('table');
    expect(tables).toHaveLength(3);
    expect(tables[0]?.textContent).toContain('I wait <b>too long</b>.');
    expect(tables[1]?.querySelectorAll('tbody tr')).toHaveLength(4);
    expect(tables[2]?.textContent).toContain('agreed at a meeting');
    expect(container.querySelector('b')).toBeNull();
  });

  /** Where a session can be pointed at, and whether its sign is drawn there. */
  function session(number: number) {
    const label = new RegExp(`: Session ${number}`);
    const target = screen.getByRole('button', { name: label });
    const [x, y] =
      target
        .getAttribute('transform')
        ?.match(/[-\d.]+/g)
        ?.map(Number) ?? [];
    const signs = document.querySelector('.full.chair-two')?.getAttribute('d') ?? '';
    return { target, x, drawn: signs.includes(`M${(x ?? 0) - 3.5} ${y}a`) };
  }
  const zoomed = (deltaY: number) => {
    const picture = screen.getByRole('group', { name: /Maya/ });
    const path = () => document.querySelector('.full.chair-two')?.getAttribute('d');
    const before = path();
    fireEvent(picture, new WheelEvent('wheel', { deltaY, ctrlKey: true, clientX: 200 }));
    return waitFor(() => expect(path()).not.toBe(before));
  };

  it('draws each step of a zoom, and moves what can be pointed at when the wheel rests', async () => {
    render(StoryPicture, { story, title: 'Maya' });
    const before = session(1);
    expect(before.drawn).toBe(true);
    await zoomed(-160);
    expect(session(1)).toMatchObject({ x: before.x, drawn: false });
    await waitFor(() => expect(session(1).drawn).toBe(true));
    expect(session(2).drawn).toBe(true);
    expect(session(1).x).not.toBe(before.x);
  });

  it('is whole again at once for a key or a press of the pointer', async () => {
    render(StoryPicture, { story, title: 'Maya' });
    const picture = screen.getByRole('group', { name: /Maya/ });
    for (const begin of ['keyDown', 'pointerDown'] as const) {
      await zoomed(-60);
      fireEvent[begin](picture, { key: 'Shift' });
      expect(session(1).drawn).toBe(true);
    }
  });

  it('keeps the keyboard at its mark while the wheel zooms', async () => {
    render(StoryPicture, { story, title: 'Maya' });
    session(2).target.focus();
    await zoomed(-60);
    await zoomed(-60);
    await waitFor(() => expect(session(2).drawn).toBe(true));
    expect(session(2).target).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(session(1).target).toHaveFocus();
  });
});
