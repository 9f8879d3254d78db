/** The practice as a whole: backups and keys. */
export const practice = {
  'practice.parts': 'Parts of the practice',
  'practice.backups': 'Backups',

  'backups.last': 'The last backup that was opened and checked is of {day}.',
  'backups.none': 'There is no backup yet',
  'backups.none_text':
    'One is made whenever the vault is locked and something has changed. Each is opened and checked before it counts.',
  'backups.sample': 'The sample practice has no backups',
  'backups.sample_text':
    'It is made up, and gone when it is closed. In a vault of your own, backups are made by themselves and listed here.',
  'backups.due': 'Something has changed since.',
  'backups.not_due': 'Nothing has changed since.',
  'backups.now': 'Back up now',
  'backups.running': 'Backing up…',
  'backups.kept':
    'Kept are the last of seven days, of five weeks and of twelve months. You can go on writing while one is made.',
  'backups.own': 'In the vault’s own folder',
  'backups.own_text': 'Helps when the vault is damaged; not when the computer is lost.',
  'backups.chosen': 'In a place of your choosing',
  'backups.away': 'This folder is not there just now. It is tried again at the next backup.',
  'backups.empty': 'No backup of this vault is here yet.',
  'backups.add': 'Add a place…',
  'backups.add_text':
    'A stick, another disk, or a folder that is synchronised. A backup is encrypted like the vault: it opens with the passphrase or the recovery key, and with nothing else.',
  'backups.add_now': 'Add the place',
  'backups.remove': 'Take this place away',
  'backups.removed': 'No more backups go there. Those that are there stay.',
  'backups.day': 'Made',
  'backups.size': 'Size',
  'backups.opens': 'Opens with',
  'backups.opens_passphrase': 'passphrase',
  'backups.opens_both': 'passphrase or recovery key',
  'backups.megabytes': '{n} MB',
  'backups.rehearse': 'Rehearse…',
  'backups.rehearse_of': 'Rehearse the backup of {day}, {at}',

  'rehearse.title': 'Does it really open?',
  'rehearse.text':
    'The backup of {day}, {at} is opened as on another computer, with what you type here and nothing else, and looked through to the last page. Nothing is changed.',
  'rehearse.with': 'Open it with',
  'rehearse.passphrase': 'the passphrase',
  'rehearse.recovery': 'the recovery key',
  'rehearse.now': 'Rehearse',
  'rehearse.busy': 'Opening and checking…',
  'rehearse.done': 'It opens, and is whole',
  'rehearse.engagements': 'Engagements',
  'rehearse.sessions': 'Sessions held',
  'rehearse.last': 'Last session held',
  'rehearse.no_session': 'none yet',

  'recovery.title': 'Recovery key',
  'recovery.none':
    'This vault has none. If you forget the passphrase and the keychain does not help, nobody can open it again.',
  'recovery.there':
    'This vault has one. It opens the vault, and its backups, without the passphrase.',
  'recovery.make': 'Make a recovery key…',
  'recovery.replace': 'Make another…',
  'recovery.remove': 'Take it out of force',
  'recovery.removed': 'The recovery key opens the vault no longer.',
  'recovery.made': 'The recovery key is in force.',
  'recovery.show':
    'Write these eight groups on paper, or print them. They are shown once, and written nowhere unless you choose a folder.',
  'recovery.group': 'Group {n}',
  'recovery.print': 'Write a page to print…',
  'recovery.print_text':
    'The page holds the key and how to use it. It is a secret, in plain text: print it, delete the file, empty the bin.',
  'recovery.type_back': 'Type two groups from the paper',
  'recovery.confirm': 'Put it into force',
  'recovery.key': 'Recovery key',
  'recovery.key_hint': 'Eight groups of five. Capitals, spaces and hyphens do not matter.',
  'recovery.offer': 'Make a recovery key now?',
  'recovery.offer_text':
    'Without it there is no way back from a forgotten passphrase. It takes two minutes, paper and a pen.',
  'recovery.later': 'Later, in the settings',

  'rekey.title': 'A new data key',
  'rekey.text':
    'For when somebody may have seen the passphrase and a copy of the vault. The whole vault is encrypted anew. Older backups still open with what they were made with: destroy them. A recovery key has to be made anew.',
  'rekey.start': 'Make a new data key…',
  'rekey.now': 'Encrypt anew',
  'rekey.busy': 'Encrypting…',
  'rekey.done': 'The vault has a new data key.',
  'rekey.done_recovery': 'The vault has a new data key. Make a new recovery key.',

  'lost.title': 'The passphrase is lost',
  'lost.open': 'The passphrase is lost',
  'lost.text':
    'Nobody can reset it, and nobody else has it. What helps: another spelling or keyboard, the keychain of this computer, the recovery key on paper, or a backup whose passphrase you remember.',
  'lost.no_key': 'This vault has no recovery key.',
  'lost.new': 'A new passphrase',
  'lost.unlock': 'Open with the recovery key',

  'restore.way': 'Restore a backup',
  'restore.way_text': 'A new vault out of a backup. A vault that is there stays as it is.',
  'restore.look': 'Folder or stick with the backups',
  'restore.look_hint': 'Backups end in .tcbackup. You can also name one file.',
  'restore.find': 'Look for backups',
  'restore.which': 'Which one',
  'restore.to': 'Folder of the new vault',
  'restore.passphrase_hint': 'The one that the vault had when the backup was made.',
  'restore.now': 'Restore',
  'restore.busy': 'Restoring…',
  'restore.one': '{day}, {at}, {n} MB',
} as const;
