/** Locking, the passphrase asked again, help for support. */
export const safety = {
  'again.title': 'The passphrase once more',
  'again.text':
    'What comes next takes something out of the vault, or changes what protects it. So it is asked for again.',
  'again.go': 'Go on',
  'kept.title': 'This was not saved yet',
  'kept.text':
    'You were filling in “{title}” when the vault locked. What stood there was kept in the vault for you to copy.',
  'kept.a_form': 'a form',
  'kept.a_field': 'a field',
  'kept.later': 'Show it again next time',
  'kept.forget': 'I have what I need',
  'locking.title': 'Locking',
  'locking.text':
    'The vault also locks when this computer’s session locks and when it goes to sleep. What you are writing is saved first.',
  'locking.minutes': 'Lock after idle minutes',
  'locking.asks': 'Ask for the passphrase again',
  'locking.asks_hint':
    'Before handing over, exporting everything, disposing, and changing the security.',
  'locking.each-time': 'each time',
  'locking.once-in-five-minutes': 'once in five minutes',
  'locking.save': 'Save the locking',
  'support.title': 'Details for support',
  'support.text':
    'Versions, counts, and what the program did when: no name, no text and no folder of your practice. Read them before you send them.',
  'support.show': 'Show the details',
  'support.details': 'Details for support',
  'support.copy': 'Copy the details',
  'support.copied': 'Copied. They stay in the clipboard for a minute.',
  'support.by_hand': 'Selected. Copy them by the keyboard.',
  'support.hide': 'Hide',
} as const;
