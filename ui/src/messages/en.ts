import { access } from './en/access';
import { alignment } from './en/alignment';
import { boundaries } from './en/boundaries';
import { bringing } from './en/bringing';
import { chairs } from './en/chairs';
import { closing } from './en/closing';
import { direction } from './en/direction';
import { engagement } from './en/engagement';
import { forms } from './en/forms';
import { goals } from './en/goals';
import { knowing } from './en/knowing';
import { ledger } from './en/ledger';
import { measures } from './en/measures';
import { meetings } from './en/meetings';
import { papers } from './en/papers';
import { places } from './en/places';
import { practice } from './en/practice';
import { rooms } from './en/rooms';
import { shell } from './en/shell';
import { story } from './en/story';
import { view } from './en/view';
import { welcome } from './en/welcome';
import { words } from './en/words';

/** Every text on the screen, in English. Placeholders stand in braces. */
export const en = {
  ...shell,
  ...access,
  ...alignment,
  ...boundaries,
  ...bringing,
  ...chairs,
  ...closing,
  ...knowing,
  ...papers,
  ...ledger,
  ...words,
  ...story,
  ...view,
  ...welcome,
  ...forms,
  ...places,
  ...engagement,
  ...direction,
  ...goals,
  ...measures,
  ...meetings,
  ...rooms,
  ...practice,
} as const satisfies Record<string, string | { zero?: string; one: string; other: string }>;
