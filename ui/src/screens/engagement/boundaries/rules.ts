import type { Boundary } from '../../../ipc/types/Boundary';
import type { BoundaryChange } from '../../../ipc/types/BoundaryChange';
import type { Role } from '../../../ipc/types/Role';
import type { Rule } from '../../../ipc/types/Rule';
import type { Topic } from '../../../ipc/types/Topic';
import { ROLES, RULES, SPONSORS_SIDE, TOPICS } from '../../../lib/words';
import { t } from '../../../messages';

/** The rule of each topic for each role. */
export type RuleOf = (topic: Topic, role: Role) => Rule;

export const cellOf = (topic: Topic, role: Role): string => `${topic} ${role}`;

function named(boundaries: Boundary[]): Map<string, Rule> {
  return new Map(boundaries.map((b) => [cellOf(b.topic, b.role), b.rule]));
}

/** The rules that a new version starts from. */
export function defaultsOf(boundaries: Boundary[]): RuleOf {
  const rules = named(boundaries);
  return (topic, role) => rules.get(cellOf(topic, role)) ?? 'confidential';
}

/**
 * The rules of a version. What it does not name is confidential to the sponsor's side; for the others
 * it is what a new version starts from.
 */
export function rulesOf(boundaries: Boundary[], defaults: RuleOf): RuleOf {
  const rules = named(boundaries);
  return (topic, role) =>
    rules.get(cellOf(topic, role)) ??
    (SPONSORS_SIDE.includes(role) ? 'confidential' : defaults(topic, role));
}

/** Every boundary that is not what a new version starts from. */
export function differing(rules: RuleOf, defaults: RuleOf, roles: Role[] = ROLES): Boundary[] {
  return roles.flatMap((role) =>
    TOPICS.filter((topic) => rules(topic, role) !== defaults(topic, role)).map((topic) => ({
      topic,
      role,
      rule: rules(topic, role),
    })),
  );
}

/** What changes for each topic and role, role by role, as Rust says it. */
export function changesBetween(before: RuleOf, after: RuleOf): BoundaryChange[] {
  return ROLES.flatMap((role) =>
    TOPICS.flatMap((topic) => {
      const [was, is] = [before(topic, role), after(topic, role)];
      if (was === is) return [];
      const loosens = RULES.indexOf(is) < RULES.indexOf(was);
      return [{ topic, role, was, is, direction: loosens ? 'loosens' : 'tightens' } as const];
    }),
  );
}

/** The rule that follows when one goes round. */
export function nextRule(rule: Rule): Rule {
  return RULES[(RULES.indexOf(rule) + 1) % RULES.length] ?? rule;
}

/**
 * The columns: the roles of the sponsor's side that somebody stands in, then the coachee; with `all`,
 * or where a version says something of their own, the others as well.
 */
export function columnsOf(held: Role[], rules: RuleOf, defaults: RuleOf, all: boolean): Role[] {
  const side = SPONSORS_SIDE.filter((role) => held.includes(role));
  const first: Role[] = [...(side.length > 0 ? side : (['sponsor'] as const)), 'coachee'];
  const more = ROLES.filter((role) => !first.includes(role));
  const says = (role: Role) =>
    !SPONSORS_SIDE.includes(role) && differing(rules, defaults, [role]).length > 0;
  return [...first, ...more.filter((role) => all || says(role))];
}

/** Roles under the same rules, and for each rule that occurs what falls under it. */
export interface InWords {
  roles: Role[];
  rules: { rule: Rule; topics: Topic[] }[];
}

export function inWords(roles: Role[], rules: RuleOf): InWords[] {
  const groups = new Map<string, Role[]>();
  for (const role of roles) {
    // The coachee's rules are said by themselves: it is their record.
    const key = role === 'coachee' ? role : TOPICS.map((topic) => rules(topic, role)).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), role]);
  }
  return [...groups.values()].map((together) => {
    const [first] = together as [Role, ...Role[]];
    const of = (rule: Rule) => TOPICS.filter((topic) => rules(topic, first) === rule);
    return {
      roles: together,
      rules: RULES.map((rule) => ({ rule, topics: of(rule) })).filter(
        ({ topics }) => topics.length > 0,
      ),
    };
  });
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Roles as those who are told: "the sponsor and the HR partner". */
export function whom(roles: Role[]): string {
  return list.format(roles.map((role) => t(`boundary_whom.${role}`)));
}

/** One boundary as a sentence. */
export function sentence(topic: Topic, rule: Rule, roles: Role[]): string {
  return t(`boundary_says.${rule}`, { whom: whom(roles), what: t(`boundary_what.${topic}`) });
}

/** Changes that are the same for several roles, said once. */
export function together(changes: BoundaryChange[]): { change: BoundaryChange; roles: Role[] }[] {
  const groups = new Map<string, { change: BoundaryChange; roles: Role[] }>();
  for (const change of changes) {
    const key = [change.topic, change.was, change.is].join(' ');
    const group = groups.get(key);
    if (group) group.roles.push(change.role);
    else groups.set(key, { change, roles: [change.role] });
  }
  return [...groups.values()];
}
