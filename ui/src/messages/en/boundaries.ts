/** Boundaries: the matrix, its words, and the versions of an agreement. */
export const boundaries = {
  // The same sentences as on paper: a test in `documents` compares them.
  'boundary_says.shared': 'The coach may tell {whom} {what}.',
  'boundary_says.with-consent':
    'Only in words that the {coachee} has released, the coach may tell {whom} {what}.',
  'boundary_says.coachee-shares': 'Only the {coachee} tells {whom} {what}.',
  'boundary_says.confidential': 'The coach does not tell {whom} {what}.',
  'boundary_lead.shared': 'The coach may tell {whom}',
  'boundary_lead.with-consent':
    'Only in words that the {coachee} has released, the coach may tell {whom}',
  'boundary_lead.coachee-shares': 'Only the {coachee} tells {whom}',
  'boundary_lead.confidential': 'The coach does not tell {whom}',
  'boundary_what.engagement': 'that the coaching takes place, with whom and over what time',
  'boundary_what.attendance': 'how many sessions were held, and when',
  'boundary_what.fees': 'what was agreed about fees',
  'boundary_what.baseline-goals': 'which goals were agreed together',
  'boundary_what.current-goals': 'how the goals stand now and how they have changed',
  'boundary_what.progress': 'how the work is going',
  'boundary_what.themes': 'which subjects the work touches on',
  'boundary_what.commitments': 'who promised what, and what became of it',
  'boundary_what.support-needed': 'what support would help',
  'boundary_what.purpose': 'which direction the {coachee} wants to take',
  'boundary_what.insights': 'what the {coachee} has come to see',
  'boundary_what.practices': 'what the {coachee} tries out between sessions',
  'boundary_what.session-content': 'what is said in a session',
  'boundary_what.assessments': 'what tests, profiles and 360 reports say',
  'boundary_what.feedback-combined': 'what people said when asked for feedback, taken together',
  'boundary_what.feedback-verbatim': 'what any one person said when asked for feedback',
  'boundary_what.alignment': 'what each party expects and where they stand',
  'boundary_what.sponsor-contact': 'what somebody in the organisation told the coach',
  'boundary_what.meeting-outcomes': 'what a meeting of all three sides decided',
  'boundary_what.reflections': 'what the coach notes for private reflection',
} as const;
