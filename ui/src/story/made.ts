/** Made-up stories of any size, the same for the same seed: for the tests and the benchmark alone. */
import type { GoalStatus } from '../ipc/types/GoalStatus';
import type { ShiftKind } from '../ipc/types/ShiftKind';
import { addDays } from '../lib/days';
import type { Known, Lane, Mark, Segment, Story } from './types';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

const TITLES = [
  'Speak',
  'Lead the three sites through their site leaders, not for them',
  'Be ready to take over operations when Graham leaves, in a form that I want',
  'WWWWWW MMMMMM WWWWWW',
  'Über Größe und Maß der Führung nachdenken',
  'Ask the second question in the executive meeting',
  'Work out what I want the next ten years to hold, and only then look at the job',
  '取締役会でもっと早く話す',
];
const WORDS = 'Nobody asked me to be finished. I only noticed it when I had stopped explaining.';
const STRAIGHT: ShiftKind[] = ['clarified', 'morphed', 're-scoped', 'reprioritised', 'morphed'];

export interface Size {
  days: number;
  sessions: number;
  insights: number;
  meetings: number;
  versions: number;
}

/** Three years, as the picture must still read well. */
export const THREE_YEARS: Size = {
  days: 1096,
  sessions: 150,
  insights: 126,
  meetings: 24,
  versions: 40,
};

/** A story of this size. */
export function made(seed: number, size: Size): Story {
  const next = chance(seed);
  const some = (n: number) => Math.floor(next() * n);
  const from = '2024-01-08';
  const to = addDays(from, size.days);
  const today = addDays(from, Math.floor(size.days * (0.7 + next() * 0.3)));
  const day = (part: number) => addDays(from, Math.floor(part * (size.days - 1)));
  const title = () => TITLES[some(TITLES.length)] ?? '';

  const lanes: Lane[] = [];
  let versions = 0;
  while (versions < size.versions) {
    const index = lanes.length;
    let at = next() * 0.85;
    const segments: Segment[] = [];
    const add = (status: GoalStatus, kind: ShiftKind | null, joins: number[] = []) => {
      const on = day(at);
      const last = segments.at(-1);
      if (last && last.from >= on) return false;
      if (last) last.to = on;
      versions += 1;
      const shift = kind ? { kind, prompt: 'insight' as const, reason: WORDS } : null;
      const text = last && next() < 0.3 ? last.title : title();
      const weight = 1 + some(4);
      const version = `${index}-${segments.length}`;
      segments.push({
        version,
        from: on,
        to: null,
        title: text,
        words: '',
        status,
        weight,
        shift,
        joins,
        session: null,
      });
      return true;
    };
    add(next() < 0.2 ? 'emerging' : 'active', null);
    for (let n = some(5); n > 0 && versions < size.versions - 1; n -= 1) {
      at += next() * 0.2;
      if (at > 0.95) break;
      if (next() < 0.15) {
        if (add('paused', 'paused')) {
          at += next() * 0.05;
          add('active', 'resumed');
        }
      } else add('active', STRAIGHT[some(STRAIGHT.length)] ?? 'clarified');
    }
    at += next() * 0.2;
    lanes.push({ goal: `g${index}`, segments });
    if (at > 0.95 || versions >= size.versions || next() < 0.35) continue;
    const ended = segments.at(-1);
    const other = lanes.findIndex(
      (lane, i) =>
        i !== index &&
        (lane.segments[0]?.from ?? '') <= day(at) &&
        !lane.segments.some((s) => s.status === 'replaced'),
    );
    const how = next();
    if (how < 0.2) add('achieved', 'achieved');
    else if (how < 0.4) add('let-go', 'let-go');
    else if (how < 0.65 && other >= 0) add('replaced', 'merged', [other]);
    else {
      // It is replaced by one, or split into two, that begin on its last day.
      const count = next() < 0.5 ? 1 : 2;
      const into = Array.from({ length: count }, (_, i) => lanes.length + i);
      if (!ended || !add('replaced', count === 1 ? 'replaced' : 'split', into)) continue;
      for (const place of into) {
        versions += 1;
        const weight = 1 + some(4);
        const version = `${place}-0`;
        const first: Segment = {
          version,
          from: day(at),
          to: null,
          title: title(),
          words: '',
          status: 'active',
          weight,
          shift: null,
          joins: [],
          session: null,
        };
        lanes.push({ goal: `g${place}`, segments: [first] });
      }
    }
  }

  const marks: Mark[] = [];
  const mark = (kind: Mark['kind'], i: number, on: string, over: Partial<Mark>) =>
    marks.push({
      kind,
      id: `${kind}${i}`,
      on,
      number: 0,
      meeting: null,
      words: '',
      session: null,
      held: on <= today,
      ...over,
    });
  for (let i = 0; i < size.sessions; i += 1)
    mark('session', i, day((i + next() * 0.6) / size.sessions), { number: i + 1 });
  for (let i = 0; i < size.insights; i += 1)
    mark('insight', i, day(next() * 0.9), {
      words: WORDS,
      held: true,
      session: `session${some(size.sessions)}`,
    });
  const baselines: Story['baselines'] = [];
  const known: Known[] = [];
  const there = (on: string) =>
    lanes.flatMap((lane, i) => {
      const now = lane.segments.findLast((segment) => segment.from <= on);
      return now && ['active', 'emerging', 'paused'].includes(now.status) ? [{ i, now }] : [];
    });
  for (let i = 0; i < size.meetings; i += 1) {
    const on = day((i + 0.3) / size.meetings);
    mark('meeting', i, on, { meeting: 'mid-point' });
    if (on > today || next() < 0.3) continue;
    const agreed = there(on).slice(0, 5);
    baselines.push({
      on,
      kind: 'mid-point',
      lanes: agreed.map(({ i: lane }) => lane),
      sponsor: true,
    });
    for (const { i: lane, now } of agreed)
      known.push({ on, lane, wording: now.title, how: 'agreed', replaces: true });
  }
  for (let i = 0; i < size.versions / 4; i += 1) {
    const on = day(next() * 0.8);
    const [one] = there(on);
    if (on <= today && one)
      known.push({ on, lane: one.i, wording: one.now.title, how: 'told', replaces: true });
  }
  marks.sort((a, b) => a.on.localeCompare(b.on));
  known.sort((a, b) => a.on.localeCompare(b.on));
  return { from, to, today, lanes, marks, baselines, sponsor_knows: known };
}
