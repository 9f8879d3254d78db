/** Before the vault is open. */
export const welcome = {
  'welcome.epigraph':
    '“I had three chairs in my house; one for solitude, two for friendship, three for society.”',
  'welcome.thoreau': 'Henry David Thoreau, Walden',
  'welcome.title': 'A place for what is said in confidence',
  'welcome.lead':
    'Everything stays on this computer, encrypted. There is no account, no server and no network.',
  'welcome.create': 'Create a vault',
  'welcome.create_text': 'A new, empty practice in a folder of your choosing.',
  'welcome.open': 'Open a vault',
  'welcome.open_text': 'A practice that you have kept before.',
  'welcome.sample': 'Look around the sample practice',
  'welcome.sample_busy': 'Laying it out…',
  'welcome.sample_text': 'Made-up engagements at every stage. Nothing of it is kept.',

  'welcome.back': 'Back',
  'welcome.folder': 'Folder of the vault',
  'welcome.folder_hint_new': 'A new folder, or an empty one. Only you can read what is put there.',
  'welcome.folder_hint_open': 'The folder that holds the vault.',
  'welcome.choose': 'Choose…',
  'welcome.passphrase': 'Passphrase',
  'welcome.passphrase_hint':
    'Four or five words that only you would put together. Nobody can recover it for you: make a recovery key next, and keep it where you keep your passport.',
  'welcome.passphrase_again': 'The passphrase again',
  'welcome.passphrase_differs': 'The two are not the same. Type it again.',
  'welcome.remember': 'Remember it in this computer’s keychain',
  'welcome.remember_hint':
    'The vault then opens without asking while you are signed in to this computer. You can take this back.',
  'welcome.create_now': 'Create the vault',
  'welcome.creating': 'Creating the vault…',
  'welcome.open_now': 'Open the vault',
  'welcome.opening': 'Opening…',
  'lock.title': 'Locked',
  'lock.lead': 'Everything is saved and closed.',
  'lock.unlock': 'Unlock',
  'lock.keychain': 'Unlock with the keychain',
  'lock.other': 'Another vault',
} as const;
