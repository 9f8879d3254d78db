/** Which room a line belongs to: the coach alone, with the coachee, or with the sponsor as well. */
export type Chair = 'one' | 'two' | 'three';
