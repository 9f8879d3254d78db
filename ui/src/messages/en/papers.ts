/** Documents: previews, names in them, writing them. */
export const papers = {
  'documents.brief': 'Briefs',
  'documents.summary': 'End summaries',
  'documents.case-sheet': 'Case sheet',
  'documents.client-story': 'Anonymised story',
  'documents.talking-points': 'Talking points',
  'documents.to_tell': 'to tell {name}',
  'documents.your_supervisor': 'your supervisor',
  'documents.anybody': 'anybody',
  'documents.empty': 'No document can be made yet',
  'documents.empty_text':
    'Briefs come with a three-way meeting, summaries with the engagement’s end.',
  'documents.for_meeting': '{kind}, {day}',
  'document.mine': 'For you alone.',
  'document.approved': 'Approved by the {coachee} on {day}.',
  'document.changed': 'It has changed since it was approved: it needs approval again.',
  'document.needs_approval': 'Needs the {coachee}’s approval before it is handed over.',
  'document.no_approval_needed': 'May be handed over.',
  'document.draft': 'Draft, not to be handed over',
  'document.approve': 'Record the approval',
  'document.approve_title': 'The {coachee} approves',
  'document.approve_text':
    'The approval is of exactly this content. Any change to it takes the approval away.',
  'document.write': 'Write it…',
  'document.write_draft': 'Write a draft…',
  'document.hand_over': 'Hand over…',
  'document.file': 'File name: {name}',
  'document.unsure':
    'Some words may be names. Decide about each before it is approved or handed over.',
  'document.no_supervisor':
    'Nobody is this engagement’s supervisor: it can be written as a draft. To hand it over, let them join the engagement first.',
  'document.left_out': {
    one: '{n} released wording is left out: it holds a name. Ask for other words, and release those.',
    other:
      '{n} released wordings are left out: they hold a name. Ask for other words, and release those.',
  },
  'document.written': 'Written to {path}',
  'write.hand_over': 'Hand over to {name}',
  'write.hand_over_text':
    'The file and the entry in the ledger are written together, both or neither. What was handed over cannot be taken back.',
  'write.draft': 'Write a draft',
  'write.draft_text': 'The file says that it is a draft. Nothing goes into the ledger.',
  'write.mine': 'Write it for yourself',
  'write.mine_text': 'It holds what is for you alone. Choose the place with care.',
  'write.folder': 'Folder',
  'write.format': 'Format',
  'write.write': 'Write',
  'format.pdf': 'PDF',
  'format.docx': 'Word document',
  'format.md': 'Markdown',
  'format.html': 'HTML',

  'case_sheet.text':
    'For your own supervisor: the case without names. People and organisations become roles, days become session numbers.',
  'case_sheet.question': 'What you ask your supervisor',
  'case_sheet.reflections': 'With your own reflective notes',
  'case_sheet.reflections_hint':
    'They are yours to take to supervision, and nobody else’s to read.',

  'points.title': 'Prepare what to say to {name}',
  'points.prepare': 'Prepare what to say…',
  'points.text':
    'This sheet belongs to the {coachee}: what moved, why, in their own words, and ways to say it. Nobody else ever gets it.',
  'points.private': 'With what the {coachee} keeps private',
  'points.private_hint': 'Only where the {coachee} asks for it to stand on their sheet.',

  'changed.title': 'What changed since the approval',
  'changed.lines': {
    one: '{n} line changed since it was approved',
    other: '{n} lines changed since it was approved',
  },
  'changed.was': 'was',
  'changed.is': 'is',
  'changed.gone': 'It is gone.',

  'names.title': 'Names',
  'names.unsure': { one: '{n} word may be a name', other: '{n} words may be names' },
  'names.unsure_text':
    'They stand marked in the draft. Say what stands for each, or that it names nobody and stays.',
  'names.stands_for': 'Instead of “{name}”',
  'names.replace': 'Replace',
  'names.keep': 'Is no name: keep',
  'names.decided': { one: '{n} word decided', other: '{n} words decided' },
  'names.becomes': '“{name}” becomes “{becomes}”',
  'names.stays': '“{name}” is no name',
  'names.again': 'Decide again',
  'stands_for.colleague': 'a colleague',
  'stands_for.manager': 'a manager',
  'stands_for.report': 'a direct report',
  'stands_for.peer': 'a peer',
  'stands_for.partner': 'the partner',
  'stands_for.company': 'another company',
  'stands_for.place': 'a town',
  'stands_for.month': 'some time later',
} as const;
