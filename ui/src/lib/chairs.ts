/** Which room a line belongs to: the coach alone, with the coachee, or with the sponsor as well. */
export type Chair = 'one' | 'two' | 'three';

const LEFT = 'M2.5 1.5 4 9M4 9h6.5v5.5M4 9l-.5 5.5';

/** One chair alone; two that face each other; three around an unseen table: 16 high. */
export const CHAIRS: Record<Chair, { width: number; path: string }> = {
  one: { width: 13, path: LEFT },
  two: { width: 25, path: `${LEFT}M22.5 1.5 21 9M21 9h-6.5v5.5M21 9l.5 5.5` },
  three: {
    width: 34,
    path: `${LEFT}M14 1.5v13M20 9v5.5M14 9h6M20 1.5V9M14 4.5h6M31.5 1.5 30 9M30 9h-6.5v5.5M30 9l.5 5.5`,
  },
};
