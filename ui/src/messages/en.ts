import { shell } from './en/shell';
import { story } from './en/story';
import { view } from './en/view';
import { words } from './en/words';

/** Every text on the screen, in English. Placeholders stand in braces. */
export const en = { ...shell, ...words, ...story, ...view } as const satisfies Record<
  string,
  string | { one: string; other: string }
>;
