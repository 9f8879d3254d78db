import { fullDay, type Day } from '../lib/days';
import { has, t } from '../messages';
import type { LaneModel, Model } from './model';
import { numberOf } from './view';
import type { Known, Mark, Segment, Story } from './types';

/** The shape by which a mark is told from others. */
export type Sign =
  'session' | 'meeting' | 'insight' | 'begin' | 'knot' | 'end' | 'agreed' | 'told' | 'handed-over';

/** Something in the picture that can be reached, with what it says. */
export interface Entry {
  id: string;
  row: number;
  /** The day, as a number. */
  at: number;
  day: Day;
  sign: Sign;
  chair: 'two' | 'three';
  /** A session or meeting that took place, a goal that was reached: its sign is filled. */
  held: boolean;
  /** The lane that it stands on, and on which level. */
  lane: LaneModel | null;
  level: number;
  name: string;
  /** A goal's wording, or what became of a session. */
  body: string;
  /** The coachee's own words. */
  words: string;
  /** Facts about it, each a short sentence. */
  notes: string[];
  /** The session or the meeting that it opens. */
  door: Mark | null;
  /** The day as it is written, and all of it, to be read aloud. */
  on: string;
  label: string;
}

/** The rows above the lanes. */
export const ROWS = { meeting: 0, session: 1, insight: 2, lanes: 3 } as const;

/** How a goal's own title is shown where somebody is told what became of it. */
function titleOf(story: Story, index: number): string {
  const segments = story.lanes[index]?.segments ?? [];
  return segments[0]?.title ?? '';
}

/** What a document is called, or the words that were said. */
export function wordingOf(item: Known): string {
  const key = `document_in.${item.wording}`;
  return item.how === 'handed-over' && has(key) ? t(key as 'document_in.brief') : item.wording;
}

type Draft = Omit<Entry, 'label' | 'at' | 'on'>;

function finished(draft: Draft): Entry {
  const what = [draft.name, draft.body, draft.words, ...draft.notes]
    .filter(Boolean)
    .map((part) => (/[.?…]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(/\.$/, '');
  const on = fullDay(draft.day);
  return { ...draft, at: numberOf(draft.day), on, label: t('story.stop', { day: on, what }) };
}

function markName(mark: Mark): string {
  if (mark.kind === 'insight') return t('mark.insight');
  if (mark.kind === 'meeting')
    return t('story.meeting', { kind: mark.meeting ? t(`meeting_kind.${mark.meeting}`) : '' });
  return mark.number > 0 ? t('story.session', { n: mark.number }) : t('mark.session');
}

/** The subjects of the threads that each insight belongs to, by its id. */
export type Threads = ReadonlyMap<string, string[]>;

/** Which threads an insight belongs to, in words; empty where there is none. */
export function threadWords(threads: Threads, insight: string): string {
  const names = threads.get(insight) ?? [];
  return names.length > 0
    ? t('story.in_threads', { n: names.length, names: names.join('; ') })
    : '';
}

function ofMark(story: Story, sessions: Map<string, Mark>, threads: Threads, mark: Mark): Entry {
  const insight = mark.kind === 'insight';
  const session = insight && mark.session ? sessions.get(mark.session) : undefined;
  const open = mark.on > story.today ? t('story.planned') : t('story.not_held');
  return finished({
    id: `${mark.kind}-${mark.id}`,
    row: ROWS[mark.kind],
    day: mark.on,
    sign: mark.kind,
    chair: mark.kind === 'meeting' ? 'three' : 'two',
    held: mark.held,
    lane: null,
    level: 0,
    name: markName(mark),
    body: mark.held ? '' : open,
    words: mark.words,
    notes: [...out(session), threadWords(threads, mark.id)].filter(Boolean),
    door: insight ? (session ?? null) : mark,
  });
}

function ofKnot(
  { story, ties }: Model,
  sessions: Map<string, Mark>,
  lane: LaneModel,
  knot: LaneModel['knots'][number],
  row: number,
): Entry {
  const { segment } = knot;
  const sign: Sign = knot.first ? 'begin' : knot.ends ? 'end' : 'knot';
  const tied = (side: 'from' | 'to') =>
    ties
      .filter((tie) => tie[side === 'from' ? 'to' : 'from'] === lane.index && tie.at === knot.at)
      .map((tie) => titleOf(story, tie[side]));
  const session = segment.session ? sessions.get(segment.session) : undefined;
  return finished({
    id: `goal-${lane.index}-${segment.version}`,
    row,
    day: segment.from,
    sign,
    chair: 'two',
    held: segment.status === 'achieved',
    lane,
    level: knot.level,
    name: segment.shift ? t(`shift.${segment.shift.kind}`) : t('story.begins'),
    body: segment.title,
    words: segment.shift ? segment.shift.reason : segment.words,
    notes: [...notesOf(segment), ...became(tied('to')), ...came(tied('from')), ...out(session)],
    door: session ?? null,
  });
}

function notesOf(segment: Segment): string[] {
  const prompt = segment.shift?.prompt;
  if (!prompt || prompt === 'unsaid') return [];
  return [t('story.prompted', { prompt: t(`prompt.${prompt}`) })];
}

const became = (titles: string[]) => titles.map((title) => t('story.became', { title }));
const came = (titles: string[]) => titles.map((title) => t('story.came', { title }));
const out = (session: Mark | undefined) =>
  session ? [t('story.arose', { session: markName(session) })] : [];

function ofKnown(item: Known, index: number, row: number): Entry {
  return finished({
    id: `known-${index}`,
    row,
    day: item.on,
    sign: item.how,
    chair: 'three',
    held: true,
    lane: null,
    level: 0,
    name: t(`knows.${item.how}`),
    body: wordingOf(item),
    words: '',
    notes: [],
    door: null,
  });
}

/** All that can be reached in the picture: row by row from above, each row in the order of its days. */
export function entriesOf(model: Model, threads: Threads = new Map()): Entry[][] {
  const { story, lanes } = model;
  const sessions = new Map(
    story.marks.filter((mark) => mark.kind === 'session').map((mark) => [mark.id, mark]),
  );
  const rows: Entry[][] = Array.from({ length: ROWS.lanes + lanes.length + 1 }, () => []);
  for (const mark of story.marks)
    rows[ROWS[mark.kind]]?.push(ofMark(story, sessions, threads, mark));
  const fromAbove = [...lanes].sort((a, b) => a.band - b.band || a.from - b.from);
  fromAbove.forEach((lane, place) => {
    const row = ROWS.lanes + place;
    for (const knot of lane.knots) rows[row]?.push(ofKnot(model, sessions, lane, knot, row));
  });
  const last = rows.length - 1;
  story.sponsor_knows.forEach((item, index) => rows[last]?.push(ofKnown(item, index, last)));
  for (const row of rows) row.sort((a, b) => a.at - b.at);
  return rows;
}

/** What was said of marks that stand for several: asked for again with every step of a zoom. */
const labels = new WeakMap<Entry, Map<Entry, string>>();

/** What a mark says, also one that stands for several. */
export function labelOf(members: Entry[]): string {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || first === last) return first?.label ?? '';
  const known = labels.get(first) ?? new Map<Entry, string>();
  labels.set(first, known);
  const before = known.get(last);
  if (before !== undefined) return before;
  const label = several(members, first, last);
  known.set(last, label);
  return label;
}

function several(members: Entry[], first: Entry, last: Entry): string {
  const same = members.every((member) => member.sign === first.sign);
  const what =
    same && (first.sign === 'session' || first.sign === 'insight')
      ? t(first.sign === 'session' ? 'story.n_sessions' : 'story.n_insights', { n: members.length })
      : t('story.n_marks', { n: members.length });
  return first.day === last.day
    ? t('story.stop', { day: first.on, what })
    : t('story.stops', { from: first.on, to: last.on, what });
}
