import { describe, expect, it } from 'vitest';
import type { PartyCard } from '../ipc/types/PartyCard';
import type { SayCard } from '../ipc/types/SayCard';
import type { SayLine } from '../ipc/types/SayLine';
import type { Topic } from '../ipc/types/Topic';
import { listeners, spoken } from './say';

const line = (topic: Topic, text: string, said_by: string | null = null): SayLine => ({
  topic,
  text,
  on: '2026-03-03',
  voice: null,
  said_by,
  why: { ground: 'shared', effective: '2026-03-01', role: 'sponsor' },
});

const card: SayCard = {
  to: 'Ingrid',
  role: 'sponsor',
  on: '2026-05-03',
  effective: '2026-03-01',
  may: [
    line('baseline-goals', 'Delegate the platform launch'),
    line('baseline-goals', 'The launch runs without Maya'),
    line('meeting-outcomes', 'A mid-point in June'),
    line('commitments', 'Join the review', 'Tom'),
    line('alignment', 'I would see her rested', 'Ingrid'),
    line('progress', 'The launch is handed over'),
  ],
  coachees_words: [],
  coachee_tells: [],
  not_yet: [],
  unsaid: [],
  agreed: { on: '2026-03-03', kind: 'contracting', goals: ['Delegate the platform launch'] },
  sessions_held: 6,
  sessions_planned: 12,
};

describe('what may be said', () => {
  it('begins with the sessions and the goals agreed last', () => {
    const { sessions, agreed } = spoken(card);
    expect(sessions?.spoken).toBe('6 of 12 sessions have been held.');
    expect(sessions?.topic).toBe('attendance');
    expect(agreed.map((each) => each.spoken)).toEqual(['Delegate the platform launch']);
  });

  it('goes on in sentences, and leaves nothing out or in twice', () => {
    const { agreed, more } = spoken(card);
    expect([...agreed, ...more].map((each) => each.words).sort()).toEqual(
      card.may.map((each) => each.text).sort(),
    );
    const said = more.map((each) => each.spoken);
    expect(said[1]).toMatch(/^We decided .*: A mid-point in June$/);
    expect(said[2]).toBe('Tom promised: Join the review');
    expect(said[3]).toMatch(/^You said yourself/);
    expect(said[4]).toBe('The launch is handed over');
  });

  it('keeps silent about sessions where they are not open', () => {
    expect(spoken({ ...card, sessions_held: null }).sessions).toBeNull();
    expect(spoken({ ...card, sessions_planned: null }).sessions?.spoken).toBe(
      '6 sessions have been held.',
    );
  });
});

describe('those who may ask', () => {
  it('are led by the sponsor, and the supervisor is none of them', () => {
    const parties = ['stakeholder', 'coachee', 'hr-partner', 'supervisor', 'sponsor'].map(
      (role) => ({ id: role, role }) as PartyCard,
    );
    expect(listeners(parties).map((party) => party.role)).toEqual([
      'sponsor',
      'hr-partner',
      'coachee',
      'stakeholder',
    ]);
  });
});
