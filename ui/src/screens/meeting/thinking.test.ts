import { expect, it } from 'vitest';
import type { CommitmentCard } from '../../ipc/types/CommitmentCard';
import type { DriftRow } from '../../ipc/types/DriftRow';
import type { TellingState } from '../../ipc/types/TellingState';
import { byParty, raised } from './thinking';

const told = (state: TellingState, party: string) => ({
  party,
  name: party,
  version: 'v',
  state,
  since: null,
  by: null,
  overdue: false,
  steps: [],
});

it('tells what will be raised from what is not decided, and names nothing that stays private', () => {
  const states: TellingState[] = [
    'not-discussed',
    'deciding',
    'will-tell',
    'told',
    'agreed',
    'private',
  ];
  const row = { goal: 'g', now: 'Goal', tellings: states.map((state) => told(state, state)) };
  const found = raised([row as unknown as DriftRow]);
  expect(found.will.map((entry) => entry.who)).toEqual(['will-tell']);
  expect(found.undecided.map((entry) => entry.who)).toEqual(['not-discussed', 'deciding']);
});

it('puts promises with who made them', () => {
  const card = (by_name: string, status: string) => ({ by_name, status }) as CommitmentCard;
  const found = byParty([
    card('A', 'open'),
    card('B', 'kept'),
    card('A', 'kept'),
    card('A', 'let-go'),
  ]);
  expect(found.map((party) => [party.name, party.open.length, party.kept])).toEqual([
    ['A', 1, 1],
    ['B', 0, 1],
  ]);
});
