/** What the person coached is called on the screen: a setting of the practice. */
export type CoacheeLabel = 'coachee' | 'client';

const words = {
  coachee: { coachee: 'coachee', Coachee: 'Coachee', coachees: 'coachees', Coachees: 'Coachees' },
  client: { coachee: 'client', Coachee: 'Client', coachees: 'clients', Coachees: 'Clients' },
} as const;

class Labels {
  coachee = $state<CoacheeLabel>('coachee');

  /** The words that stand for the placeholders {coachee}, {Coachee}, {coachees}, {Coachees}. */
  get words(): Record<keyof (typeof words)['coachee'], string> {
    return words[this.coachee];
  }
}

/** The labels in use. Changing one changes every message on the screen. */
export const labels = new Labels();
