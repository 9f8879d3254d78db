import { describe, expect, it } from 'vitest';
import type { ThreadCard } from '../../ipc/types/ThreadCard';
import { choices } from './linking';

const thread = (id: string, subject: string, insights: string[] = []): ThreadCard => ({
  id,
  subject,
  chairs: 'two',
  insights: insights.map((note) => ({
    session: null,
    gap: null,
    note: {
      id: note,
      topic: 'insights',
      on: '2026-05-01',
      text: '',
      said_by: null,
      said_by_name: '',
      session: null,
      goal: null,
      threads: [],
      chairs: 'two',
    },
  })),
});

const all = [thread('a', 'Being needed', ['n1']), thread('b', 'Whose job'), thread('c', 'Needs')];
const shown = (typed: string, insight = 'n9') =>
  choices(all, typed, insight).map((each) =>
    each.kind === 'new' ? `+${each.subject}` : each.there ? `(${each.thread.id})` : each.thread.id,
  );

describe('linking while writing', () => {
  it('offers every thread before anything is typed', () => {
    expect(shown('')).toEqual(['a', 'b', 'c']);
  });
  it('filters by what is typed, and offers a new one last', () => {
    expect(shown('need')).toEqual(['c', 'a', '+need']);
    expect(shown('Tuesdays')).toEqual(['+Tuesdays']);
  });
  it('makes no second thread on one subject', () => {
    expect(shown(' whose JOB ')).toEqual(['b']);
  });
  it('says where the insight stands already', () => {
    expect(shown('', 'n1')).toEqual(['b', 'c', '(a)']);
  });
});
