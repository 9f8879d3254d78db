import type { AlignmentPage } from '../../ipc/types/AlignmentPage';
import type { ClashCard } from '../../ipc/types/ClashCard';
import type { ClashOf } from '../../ipc/types/ClashOf';
import type { ItemHere } from '../../lib/items';
import type { PositionCard } from '../../ipc/types/PositionCard';
import { t } from '../../messages';
import type { Moment } from '../time/moments';

/** Where a party stood on a goal, oldest first; the last is where it stands. */
export function stands(page: AlignmentPage, party: string, goal: string): PositionCard[] {
  return page.cells.find((cell) => cell.party === party && cell.goal === goal)?.positions ?? [];
}

/** A clash as it would be written now. */
export function writtenOf(clash: ClashCard): ClashOf {
  return {
    on: clash.on,
    title: clash.title,
    goal: clash.goal,
    sides: clash.sides.map(({ party, wants, fears }) => ({ party, wants, fears })),
    shared_objective: clash.shared_objective,
    not_negotiable: clash.not_negotiable,
    evidence: clash.evidence,
    experiments: clash.experiments.map((each) => ({ ...each })),
  };
}

/** Words of a clash can be released on the topic of alignment. */
export function clashHere(clash: ClashCard): ItemHere {
  return { of: { clash: clash.id }, from: { topic: 'alignment', goal: clash.goal } };
}

/** When a position was taken, and clashes were seen and ended. */
export function alignmentMoments(page: AlignmentPage): Moment[] {
  const taken = page.cells.flatMap((cell) =>
    cell.positions.map((each) => ({
      on: each.on,
      text: t('alignment.moment', { name: each.name, stance: t(`stance.${each.stance}`) }),
    })),
  );
  const clashes = page.clashes.flatMap((clash) => [
    { on: clash.on, text: t('alignment.moment_clash', { title: clash.title }) },
    ...(clash.outcome
      ? [
          {
            on: clash.outcome.on,
            text: t('alignment.moment_ended', { title: clash.title }),
          },
        ]
      : []),
  ]);
  return [...taken, ...clashes].map((each) => ({ ...each, kind: 'party' as const }));
}
