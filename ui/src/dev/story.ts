/* eslint-disable */
import type { Story } from '../story/types';
const s = (day: string, held = true) => ({
  kind: 'session' as const,
  day,
  title: 'Session',
  words: null,
  held,
});
const old: any = {
  from: '2026-02-15',
  to: '2026-11-30',
  today: '2026-09-08',
  lanes: [
    {
      goal: 'a',
      segments: [
        {
          from: '2026-02-20',
          to: '2026-04-20',
          title: 'Delegate the platform launch',
          words: 'I want to stop being the bottleneck.',
          status: 'active',
          weight: 3,
          shift: null,
          joins: [],
        },
        {
          from: '2026-04-20',
          to: null,
          title: 'Delegate the platform launch',
          words: null,
          status: 'replaced',
          weight: 3,
          shift: {
            kind: 'replaced',
            reason: 'I was delegating it so I would not have to decide.',
            day: '2026-04-20',
          },
          joins: [2],
        },
      ],
      agreed: [{ day: '2026-03-03', wording: 'Delegate the platform launch' }],
    },
    {
      goal: 'b',
      segments: [
        {
          from: '2026-02-20',
          to: '2026-05-04',
          title: 'Speak earlier in executive meetings',
          words: null,
          status: 'active',
          weight: 2,
          shift: null,
          joins: [],
        },
        {
          from: '2026-05-04',
          to: '2026-06-30',
          title: 'Speak while it is still unfinished',
          words: null,
          status: 'active',
          weight: 3,
          shift: {
            kind: 'morphed',
            reason: 'It is not the timing. I wait until nobody can object.',
            day: '2026-05-04',
          },
          joins: [],
        },
        {
          from: '2026-06-30',
          to: null,
          title: 'Let the room see me think',
          words: null,
          status: 'active',
          weight: 4,
          shift: {
            kind: 'morphed',
            reason: 'They trusted me more when I was unsure out loud.',
            day: '2026-06-30',
          },
          joins: [],
        },
      ],
      agreed: [
        { day: '2026-03-03', wording: 'Speak earlier in executive meetings' },
        { day: '2026-06-10', wording: 'Speak while it is still unfinished' },
      ],
    },
    {
      goal: 'c',
      segments: [
        {
          from: '2026-04-20',
          to: '2026-07-20',
          title: 'Decide whether I want this role',
          words: null,
          status: 'active',
          weight: 4,
          shift: null,
          joins: [],
        },
        {
          from: '2026-07-20',
          to: null,
          title: 'Shape the role I would say yes to',
          words: null,
          status: 'active',
          weight: 4,
          shift: {
            kind: 're-scoped',
            reason: 'I had been asking yes or no. The question is which.',
            day: '2026-07-20',
          },
          joins: [],
        },
      ],
      agreed: [],
    },
    {
      goal: 'd',
      segments: [
        {
          from: '2026-03-20',
          to: '2026-05-20',
          title: 'Sleep on Sundays',
          words: null,
          status: 'emerging',
          weight: 1,
          shift: null,
          joins: [],
        },
        {
          from: '2026-05-20',
          to: '2026-07-05',
          title: 'Sleep on Sundays',
          words: null,
          status: 'paused',
          weight: 1,
          shift: { kind: 'paused', reason: 'Launch month.', day: '2026-05-20' },
          joins: [],
        },
        {
          from: '2026-07-05',
          to: '2026-08-25',
          title: 'Sleep on Sundays',
          words: null,
          status: 'active',
          weight: 1,
          shift: { kind: 'resumed', reason: null, day: '2026-07-05' },
          joins: [],
        },
        {
          from: '2026-08-25',
          to: null,
          title: 'Sleep on Sundays',
          words: null,
          status: 'achieved',
          weight: 1,
          shift: { kind: 'achieved', reason: 'Seven weeks. I did not notice.', day: '2026-08-25' },
          joins: [],
        },
      ],
      agreed: [],
    },
  ],
  marks: [
    { kind: 'meeting', day: '2026-03-03', title: 'Contracting', words: null, held: true },
    ...['2026-03-12', '2026-03-26', '2026-04-09', '2026-04-20', '2026-05-04', '2026-05-18'].map(
      (d) => s(d),
    ),
    s('2026-05-28', false),
    ...['2026-06-04', '2026-06-18', '2026-06-30', '2026-07-20', '2026-08-25', '2026-09-03'].map(
      (d) => s(d),
    ),
    { kind: 'meeting', day: '2026-06-10', title: 'Mid-point', words: null, held: true },
    { kind: 'meeting', day: '2026-10-15', title: 'Closing', words: null, held: false },
    s('2026-09-17', false),
    s('2026-10-01', false),
    {
      kind: 'insight',
      day: '2026-03-26',
      title: 'Insight',
      words: 'I hold on to things because letting go looks like not caring.',
      held: true,
    },
    {
      kind: 'insight',
      day: '2026-04-20',
      title: 'Insight',
      words: 'I was delegating the launch so that I would not have to decide about the job.',
      held: true,
    },
    {
      kind: 'insight',
      day: '2026-05-04',
      title: 'Insight',
      words: 'Nobody asked me to be finished before I speak. I did.',
      held: true,
    },
    {
      kind: 'insight',
      day: '2026-06-30',
      title: 'Insight',
      words: 'They leaned in when I said I do not know yet.',
      held: true,
    },
    {
      kind: 'insight',
      day: '2026-07-20',
      title: 'Insight',
      words: 'It has grown over time. There was no one moment.',
      held: true,
    },
  ],
  sponsor_knows: [
    { day: '2026-03-03', goal: 0, wording: 'Delegate the platform launch', how: 'agreed' },
    { day: '2026-03-03', goal: 1, wording: 'Speak earlier in executive meetings', how: 'agreed' },
    { day: '2026-05-10', goal: 2, wording: 'Decide whether I want this role', how: 'told' },
    { day: '2026-06-10', goal: 1, wording: 'Speak while it is still unfinished', how: 'agreed' },
    { day: '2026-05-02', goal: null, wording: 'I have handed the launch to Jo.', how: 'released' },
  ],
};

export const story: Story = {
  from: old.from,
  to: old.to,
  today: old.today,
  baselines: [],
  lanes: old.lanes.map((l: any) => ({
    goal: l.goal,
    segments: l.segments.map((g: any) => ({
      version: g.from,
      from: g.from,
      to: g.to,
      title: g.title,
      words: g.words ?? '',
      status: g.status,
      weight: g.weight,
      shift: g.shift && { kind: g.shift.kind, reason: g.shift.reason ?? '' },
      joins: g.joins,
    })),
  })),
  marks: old.marks.map((m: any, i: number) => ({
    kind: m.kind,
    id: String(i),
    on: m.day,
    number: i,
    meeting:
      m.kind === 'meeting'
        ? m.title === 'Contracting'
          ? 'contracting'
          : m.title === 'Closing'
            ? 'closing'
            : 'mid-point'
        : null,
    words: m.words ?? '',
    held: m.held,
  })),
  sponsor_knows: old.sponsor_knows.map((k: any) => ({
    on: k.day,
    lane: k.goal,
    wording: k.wording,
    how: k.how === 'released' ? 'handed-over' : k.how,
    replaces: false,
  })),
};
