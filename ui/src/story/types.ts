export type { Story } from '../ipc/types/Story';
export type { Lane } from '../ipc/types/Lane';
export type { Segment } from '../ipc/types/Segment';
export type { Mark } from '../ipc/types/Mark';
export type { Known } from '../ipc/types/Known';
export type { BaselineMark } from '../ipc/types/BaselineMark';
