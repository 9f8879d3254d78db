import { describe, expect, it } from 'vitest';
import type { Boundary } from '../../../ipc/types/Boundary';
import type { Role } from '../../../ipc/types/Role';
import type { Rule } from '../../../ipc/types/Rule';
import { ROLES, RULES, TOPICS } from '../../../lib/words';
import {
  changesBetween,
  columnsOf,
  defaultsOf,
  differing,
  inWords,
  nextRule,
  rulesOf,
  sentence,
  together,
} from './rules';

/** Every topic for every role, under rules that go round by so many steps. */
function version(step: number): Boundary[] {
  return ROLES.flatMap((role, r) =>
    TOPICS.map((topic, i) => ({ topic, role, rule: RULES[(r + i * step) % 4] as Rule })),
  );
}

const defaults = defaultsOf(version(1));

describe('what changed between two versions', () => {
  it('is nothing between a version and itself', () => {
    const rules = rulesOf(version(2), defaults);
    expect(changesBetween(rules, rules)).toEqual([]);
  });

  it('is turned round with the versions, and makes the one into the other', () => {
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [3, 2],
    ] as const) {
      const a = rulesOf(version(one), defaults);
      const b = rulesOf(version(other), defaults);
      const forth = changesBetween(a, b);
      const back = changesBetween(b, a);
      expect(forth.length).toBeGreaterThan(0);
      expect(back).toHaveLength(forth.length);
      forth.forEach((change, index) => {
        expect(back[index]).toMatchObject({ was: change.is, is: change.was });
        expect(back[index]?.direction).not.toBe(change.direction);
        expect(change.direction).toBe(
          RULES.indexOf(change.is) < RULES.indexOf(change.was) ? 'loosens' : 'tightens',
        );
      });
      const applied = rulesOf(
        [
          ...version(one).filter(
            (each) => !forth.some((c) => c.topic === each.topic && c.role === each.role),
          ),
          ...forth.map(({ topic, role, is }) => ({ topic, role, rule: is })),
        ],
        defaults,
      );
      expect(changesBetween(applied, b)).toEqual([]);
    }
  });

  it('is said once for roles that change alike', () => {
    const a = rulesOf(version(0), defaults);
    const change = (role: Role) => ({ topic: 'fees' as const, role, rule: 'shared' as const });
    const b = rulesOf(
      [
        ...version(0).filter((each) => each.topic !== 'fees'),
        change('coachee'),
        change('sponsor'),
        change('line-manager'),
        change('hr-partner'),
        change('stakeholder'),
        change('supervisor'),
      ],
      defaults,
    );
    const said = together(changesBetween(a, b));
    expect(said.map(({ roles }) => roles)).toEqual([
      ['sponsor', 'supervisor'],
      ['line-manager'],
      ['hr-partner'],
    ]);
  });
});

describe('the rules of a version', () => {
  it('are confidential for the sponsor’s side where nothing is named', () => {
    const rules = rulesOf([], defaults);
    for (const topic of TOPICS) {
      expect(rules(topic, 'sponsor')).toBe('confidential');
      expect(rules(topic, 'coachee')).toBe(defaults(topic, 'coachee'));
    }
    expect(differing(rules, defaults, ['coachee', 'supervisor'])).toEqual([]);
  });

  it('go round in four steps', () => {
    for (const rule of RULES) expect(nextRule(nextRule(nextRule(nextRule(rule))))).toBe(rule);
    expect(new Set(RULES.map(nextRule)).size).toBe(4);
  });
});

describe('the columns', () => {
  const same = defaults;
  it('are the roles that somebody stands in, then the coachee, and all when asked for', () => {
    const held: Role[] = ['coachee', 'hr-partner', 'sponsor', 'stakeholder'];
    expect(columnsOf(held, same, defaults, false)).toEqual(['sponsor', 'hr-partner', 'coachee']);
    expect(columnsOf(['coachee'], same, defaults, false)).toEqual(['sponsor', 'coachee']);
    expect(new Set(columnsOf(held, same, defaults, true))).toEqual(new Set(ROLES));
  });

  it('show a role of which the version says something of its own', () => {
    const rules = rulesOf(
      [
        ...version(1).filter((b) => b.role !== 'supervisor'),
        ...TOPICS.map((topic) => ({
          topic,
          role: 'supervisor' as const,
          rule: nextRule(defaults(topic, 'supervisor')),
        })),
      ],
      defaults,
    );
    expect(columnsOf(['sponsor'], rules, defaults, false)).toEqual([
      'sponsor',
      'coachee',
      'supervisor',
    ]);
  });
});

describe('in words', () => {
  it('each topic has a sentence under each rule, and no two are the same', () => {
    const said = TOPICS.flatMap((topic) =>
      RULES.map((rule) => sentence(topic, rule, ['sponsor', 'hr-partner'])),
    );
    expect(new Set(said).size).toBe(TOPICS.length * RULES.length);
    for (const text of said) {
      expect(text).toContain('the sponsor and the HR partner');
      expect(text).not.toMatch(/[{}]/);
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('roles under the same rules are told together, the coachee alone', () => {
    const alike = () => 'shared' as const;
    expect(inWords(['sponsor', 'coachee', 'hr-partner'], alike)).toEqual([
      { roles: ['sponsor', 'hr-partner'], rules: [{ rule: 'shared', topics: TOPICS }] },
      { roles: ['coachee'], rules: [{ rule: 'shared', topics: TOPICS }] },
    ]);
  });

  it('every topic is told exactly once', () => {
    for (const group of inWords(ROLES, rulesOf(version(3), defaults))) {
      expect(group.rules.flatMap(({ topics }) => topics).sort()).toEqual([...TOPICS].sort());
    }
  });
});
