/** Copies that are taken out of the vault in plain text. */
export const copies = {
  'practice.copies': 'Copies',

  'copies.text':
    'What you have written is yours. Take a copy out whenever you like: of everything, or of one engagement. Backups are encrypted and bring a vault back; these copies are plain text, to be read without this program.',
  'copies.readable': 'Pages to read',
  'copies.readable_text':
    'A folder of pages that any browser shows, today or in ten years: everything that is recorded, engagement by engagement, and your private reflections on a page of their own.',
  'copies.tables': 'Tables',
  'copies.tables_text':
    'One workbook (XLSX): engagements, sessions with their hours, hours from before, goals, commitments, people, stakeholder rounds. An overview, not the whole.',
  'copies.interchange': 'For other programs',
  'copies.interchange_text':
    'One JSON file that holds everything and can be imported again, in a format that is published.',
  'copies.write': 'Write…',
  'copies.write_of': 'Write: {what}',
  'copies.which': 'What',
  'copies.everything': 'everything',
  'copies.plain':
    'It is not encrypted: every name and every confidence stands in it in plain text, for you alone and for nobody else. Choose a folder that only you can read, and delete it when it has served.',
  'copies.written': 'Written to {path}. It is not encrypted.',
} as const;
