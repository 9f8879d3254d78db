import { access } from './en/access';
import { alignment } from './en/alignment';
import { boundaries } from './en/boundaries';
import { bringing } from './en/bringing';
import { chairs } from './en/chairs';
import { closing } from './en/closing';
import { copies } from './en/copies';
import { day } from './en/day';
import { direction } from './en/direction';
import { engagement } from './en/engagement';
import { finding } from './en/finding';
import { forms } from './en/forms';
import { goals } from './en/goals';
import { hours } from './en/hours';
import { knowing } from './en/knowing';
import { ledger } from './en/ledger';
import { measures } from './en/measures';
import { meetings } from './en/meetings';
import { papers } from './en/papers';
import { places } from './en/places';
import { practice } from './en/practice';
import { retention } from './en/retention';
import { rooms } from './en/rooms';
import { safety } from './en/safety';
import { shell } from './en/shell';
import { story } from './en/story';
import { undoing } from './en/undoing';
import { view } from './en/view';
import { welcome } from './en/welcome';
import { words } from './en/words';

/** Every text on the screen, in English. Placeholders stand in braces. */
export const en = {
  ...shell,
  ...safety,
  ...access,
  ...alignment,
  ...boundaries,
  ...bringing,
  ...chairs,
  ...closing,
  ...copies,
  ...day,
  ...knowing,
  ...papers,
  ...ledger,
  ...words,
  ...story,
  ...view,
  ...welcome,
  ...finding,
  ...forms,
  ...places,
  ...engagement,
  ...direction,
  ...goals,
  ...measures,
  ...meetings,
  ...rooms,
  ...practice,
  ...hours,
  ...undoing,
  ...retention,
} as const satisfies Record<string, string | { zero?: string; one: string; other: string }>;
