/** The practice as a whole: backups, and what the coach keeps about the work itself. */
export const practice = {
  'practice.parts': 'Parts of the practice',
  'practice.backups': 'Backups',
  'backups.none': 'There is no backup yet',
  'backups.none_text':
    'This version makes none by itself. Lock the vault and copy its folder to another disk: the copy opens with the same passphrase.',
} as const;
