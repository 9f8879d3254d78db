/** Which room a line belongs to: the coach alone, with the coachee, or with the sponsor as well. */
export type Chair = 'one' | 'two' | 'three';

const LEFT = 'm2.5 1.5 1.5 7.5m0 0h6.5v5.5m-6.5-5.5-.5 5.5';

/**
 * One chair alone; two that face each other; three around an unseen table: 16 high. From their left upper
 * corner, so that several may stand in one path.
 */
export const CHAIRS: Record<Chair, { width: number; path: string }> = {
  one: { width: 13, path: LEFT },
  two: { width: 25, path: `${LEFT}m19-13-1.5 7.5m0 0h-6.5v5.5m6.5-5.5.5 5.5` },
  three: {
    width: 34,
    path: `${LEFT}m10.5-13v13m6-5.5v5.5m-6-5.5h6m0-7.5v7.5m-6-4.5h6m11.5-3-1.5 7.5m0 0h-6.5v5.5m6.5-5.5.5 5.5`,
  },
};
