import { send } from './door';
import type { AccessPage } from './types/AccessPage';
import type { AddBelief } from './types/AddBelief';
import type { AddCommitment } from './types/AddCommitment';
import type { AddedHours } from './types/AddedHours';
import type { AddHours } from './types/AddHours';
import type { AddNote } from './types/AddNote';
import type { AddParty } from './types/AddParty';
import type { AddPosition } from './types/AddPosition';
import type { AddPriority } from './types/AddPriority';
import type { AddQuestion } from './types/AddQuestion';
import type { AddScore } from './types/AddScore';
import type { AddSelfRating } from './types/AddSelfRating';
import type { AddTie } from './types/AddTie';
import type { AlignmentPage } from './types/AlignmentPage';
import type { Approve } from './types/Approve';
import type { AskAccess } from './types/AskAccess';
import type { AskChair } from './types/AskChair';
import type { AskConflicts } from './types/AskConflicts';
import type { AskDisposal } from './types/AskDisposal';
import type { AskDocument } from './types/AskDocument';
import type { AskEngagement } from './types/AskEngagement';
import type { AskHours } from './types/AskHours';
import type { AskMeeting } from './types/AskMeeting';
import type { AskRelease } from './types/AskRelease';
import type { AskSession } from './types/AskSession';
import type { AskWho } from './types/AskWho';
import type { BackupCard } from './types/BackupCard';
import type { BackupsPage } from './types/BackupsPage';
import type { BeginEngagement } from './types/BeginEngagement';
import type { BeginGoal } from './types/BeginGoal';
import type { BeginThread } from './types/BeginThread';
import type { BringBack } from './types/BringBack';
import type { BringContacts } from './types/BringContacts';
import type { BringSessions } from './types/BringSessions';
import type { Brought } from './types/Brought';
import type { CalendarAsked } from './types/CalendarAsked';
import type { CalendarSeen } from './types/CalendarSeen';
import type { CaptureMeeting } from './types/CaptureMeeting';
import type { CertificateCard } from './types/CertificateCard';
import type { ChairPage } from './types/ChairPage';
import type { ChangeCard } from './types/ChangeCard';
import type { ChangeEngagement } from './types/ChangeEngagement';
import type { ChangeFollowUp } from './types/ChangeFollowUp';
import type { ChangeHours } from './types/ChangeHours';
import type { ChangeMeeting } from './types/ChangeMeeting';
import type { ChangeNote } from './types/ChangeNote';
import type { ChangeParty } from './types/ChangeParty';
import type { ChangePassphrase } from './types/ChangePassphrase';
import type { ChangeSession } from './types/ChangeSession';
import type { ChangesPage } from './types/ChangesPage';
import type { Closed } from './types/Closed';
import type { CloseRound } from './types/CloseRound';
import type { CloseSession } from './types/CloseSession';
import type { ClosingPage } from './types/ClosingPage';
import type { Coach } from './types/Coach';
import type { CompleteShift } from './types/CompleteShift';
import type { ConfirmPassphrase } from './types/ConfirmPassphrase';
import type { ConfirmRecoveryKey } from './types/ConfirmRecoveryKey';
import type { ConflictCard } from './types/ConflictCard';
import type { ContactsSeen } from './types/ContactsSeen';
import type { CorrectAnswer } from './types/CorrectAnswer';
import type { CorrectGoal } from './types/CorrectGoal';
import type { CreateVault } from './types/CreateVault';
import type { DateCommitment } from './types/DateCommitment';
import type { DeskState } from './types/DeskState';
import type { DirectionPage } from './types/DirectionPage';
import type { DiscardAgreement } from './types/DiscardAgreement';
import type { DisposalPage } from './types/DisposalPage';
import type { Dispose } from './types/Dispose';
import type { DocumentPage } from './types/DocumentPage';
import type { DraftAgreement } from './types/DraftAgreement';
import type { EndClash } from './types/EndClash';
import type { EndEngagement } from './types/EndEngagement';
import type { EndPriority } from './types/EndPriority';
import type { EndTie } from './types/EndTie';
import type { EngagementCard } from './types/EngagementCard';
import type { EngagementPage } from './types/EngagementPage';
import type { Find } from './types/Find';
import type { Findings } from './types/Findings';
import type { GiveAssent } from './types/GiveAssent';
import type { GiveRelease } from './types/GiveRelease';
import type { GoalsPage } from './types/GoalsPage';
import type { HoldEngagement } from './types/HoldEngagement';
import type { HoldMeeting } from './types/HoldMeeting';
import type { HoursPage } from './types/HoursPage';
import type { Joining } from './types/Joining';
import type { HoursSeen } from './types/HoursSeen';
import type { JoinOrganisations } from './types/JoinOrganisations';
import type { JoinPeople } from './types/JoinPeople';
import type { Keeps } from './types/Keeps';
import type { KeptForm } from './types/KeptForm';
import type { LeaveRoom } from './types/LeaveRoom';
import type { LeftRoom } from './types/LeftRoom';
import type { LetterheadPage } from './types/LetterheadPage';
import type { LiftHold } from './types/LiftHold';
import type { LinkInsight } from './types/LinkInsight';
import type { Locking } from './types/Locking';
import type { LookAtHours } from './types/LookAtHours';
import type { LookAtContacts } from './types/LookAtContacts';
import type { LookForBackups } from './types/LookForBackups';
import type { Made } from './types/Made';
import type { MayRelease } from './types/MayRelease';
import type { MeasuresPage } from './types/MeasuresPage';
import type { MeetingPage } from './types/MeetingPage';
import type { NewDataKey } from './types/NewDataKey';
import type { NotesAsked } from './types/NotesAsked';
import type { NotesBrought } from './types/NotesBrought';
import type { NotesSeen } from './types/NotesSeen';
import type { OpenClash } from './types/OpenClash';
import type { OpenRound } from './types/OpenRound';
import type { PartyLeaves } from './types/PartyLeaves';
import type { People } from './types/People';
import type { PlanFollowUps } from './types/PlanFollowUps';
import type { PlanMeeting } from './types/PlanMeeting';
import type { PlanSeries } from './types/PlanSeries';
import type { PlanSession } from './types/PlanSession';
import type { PrepareMeeting } from './types/PrepareMeeting';
import type { PutOff } from './types/PutOff';
import type { RecordException } from './types/RecordException';
import type { RecordSaid } from './types/RecordSaid';
import type { RecoveryDraft } from './types/RecoveryDraft';
import type { RecoveryUnlock } from './types/RecoveryUnlock';
import type { Rehearsal } from './types/Rehearsal';
import type { Rehearse } from './types/Rehearse';
import type { Remember } from './types/Remember';
import type { RemoveBelief } from './types/RemoveBelief';
import type { RemoveClash } from './types/RemoveClash';
import type { RemoveFollowUp } from './types/RemoveFollowUp';
import type { RemoveHours } from './types/RemoveHours';
import type { RemoveLearning } from './types/RemoveLearning';
import type { RemoveMark } from './types/RemoveMark';
import type { RemoveNote } from './types/RemoveNote';
import type { RemoveQuestion } from './types/RemoveQuestion';
import type { RemoveRound } from './types/RemoveRound';
import type { RemoveScore } from './types/RemoveScore';
import type { RemoveSelfRating } from './types/RemoveSelfRating';
import type { RemoveTemplate } from './types/RemoveTemplate';
import type { RemoveThread } from './types/RemoveThread';
import type { RenameThread } from './types/RenameThread';
import type { ReopenEngagement } from './types/ReopenEngagement';
import type { Restore } from './types/Restore';
import type { RetentionPage } from './types/RetentionPage';
import type { RewordPriority } from './types/RewordPriority';
import type { RoomPage } from './types/RoomPage';
import type { SaveContact } from './types/SaveContact';
import type { SaveLearning } from './types/SaveLearning';
import type { SaveOrganisation } from './types/SaveOrganisation';
import type { SavePerson } from './types/SavePerson';
import type { SaveTemplate } from './types/SaveTemplate';
import type { SayCard } from './types/SayCard';
import type { SayPurpose } from './types/SayPurpose';
import type { SeriesPage } from './types/SeriesPage';
import type { SessionPage } from './types/SessionPage';
import type { SessionsBrought } from './types/SessionsBrought';
import type { SetAdditions } from './types/SetAdditions';
import type { SetAgenda } from './types/SetAgenda';
import type { SetBackupPlaces } from './types/SetBackupPlaces';
import type { SetBoundaries } from './types/SetBoundaries';
import type { SetCertificate } from './types/SetCertificate';
import type { SetColour } from './types/SetColour';
import type { SetLeaving } from './types/SetLeaving';
import type { SetListing } from './types/SetListing';
import type { SetLogo } from './types/SetLogo';
import type { SetMasks } from './types/SetMasks';
import type { SetPace } from './types/SetPace';
import type { SetRaters } from './types/SetRaters';
import type { Settings } from './types/Settings';
import type { SettleCommitment } from './types/SettleCommitment';
import type { ShiftGoal } from './types/ShiftGoal';
import type { StepTelling } from './types/StepTelling';
import type { SupervisionPage } from './types/SupervisionPage';
import type { Support } from './types/Support';
import type { TakeBackPurpose } from './types/TakeBackPurpose';
import type { TakeBackShift } from './types/TakeBackShift';
import type { TakeBackTie } from './types/TakeBackTie';
import type { TakeBackWording } from './types/TakeBackWording';
import type { TakeOut } from './types/TakeOut';
import type { TakeToSupervision } from './types/TakeToSupervision';
import type { TemplateCard } from './types/TemplateCard';
import type { Today } from './types/Today';
import type { TurnChange } from './types/TurnChange';
import type { UnlinkInsight } from './types/UnlinkInsight';
import type { Unlock } from './types/Unlock';
import type { WhoCard } from './types/WhoCard';
import type { Will } from './types/Will';
import type { WillPage } from './types/WillPage';
import type { WithdrawRelease } from './types/WithdrawRelease';
import type { WriteAccess } from './types/WriteAccess';
import type { WriteCertificate } from './types/WriteCertificate';
import type { WriteClash } from './types/WriteClash';
import type { WriteDataSheet } from './types/WriteDataSheet';
import type { WriteDisposal } from './types/WriteDisposal';
import type { WriteDocument } from './types/WriteDocument';
import type { WriteHours } from './types/WriteHours';
import type { WriteLevels } from './types/WriteLevels';
import type { WriteMeeting } from './types/WriteMeeting';
import type { WriteRecoveryPage } from './types/WriteRecoveryPage';
import type { WriteRound } from './types/WriteRound';
import type { WriteSession } from './types/WriteSession';
import type { WriteWill } from './types/WriteWill';
import type { Written } from './types/Written';

/** A command that takes nothing. */
function ask<Output>(name: string): () => Promise<Output> {
  return () => send(name) as Promise<Output>;
}

/** A command that takes one argument object. */
function command<Input, Output>(name: string): (input: Input) => Promise<Output> {
  return (input) => send(name, input) as Promise<Output>;
}

/** Everything that can be asked of Rust: one line for each row of the table of commands. */
export const api = {
  state: ask<DeskState>('state'),
  createVault: command<CreateVault, DeskState>('create_vault'),
  unlock: command<Unlock, DeskState>('unlock'),
  openSample: ask<DeskState>('open_sample'),
  lock: ask<DeskState>('lock'),
  enterRoom: command<AskMeeting, RoomPage>('enter_room'),
  room: ask<RoomPage>('room'),
  leaveRoom: command<LeaveRoom, LeftRoom>('leave_room'),
  remember: command<Remember, DeskState>('remember'),
  changePassphrase: command<ChangePassphrase, DeskState>('change_passphrase'),
  active: ask<null>('active'),
  setLocking: command<Locking, null>('set_locking'),
  confirmPassphrase: command<ConfirmPassphrase, null>('confirm_passphrase'),
  keepForm: command<KeptForm, null>('keep_form'),
  keptForm: ask<KeptForm | null>('kept_form'),
  forgetForm: ask<null>('forget_form'),
  support: ask<Support>('support'),
  unlockWithRecoveryKey: command<RecoveryUnlock, DeskState>('unlock_with_recovery_key'),
  newRecoveryKey: ask<RecoveryDraft>('new_recovery_key'),
  writeRecoveryPage: command<WriteRecoveryPage, Written>('write_recovery_page'),
  confirmRecoveryKey: command<ConfirmRecoveryKey, DeskState>('confirm_recovery_key'),
  removeRecoveryKey: ask<DeskState>('remove_recovery_key'),
  newDataKey: command<NewDataKey, DeskState>('new_data_key'),
  backups: ask<BackupsPage>('backups'),
  backUp: ask<BackupsPage>('back_up'),
  setBackupPlaces: command<SetBackupPlaces, BackupsPage>('set_backup_places'),
  lookForBackups: command<LookForBackups, BackupCard[]>('look_for_backups'),
  rehearse: command<Rehearse, Rehearsal>('rehearse'),
  restore: command<Restore, DeskState>('restore'),
  today: ask<Today>('today'),
  putOff: command<PutOff, null>('put_off'),
  engagements: ask<EngagementCard[]>('engagements'),
  people: ask<People>('people'),
  find: command<Find, Findings>('find'),
  conflicts: command<AskConflicts, ConflictCard[]>('conflicts'),
  joining: command<JoinPeople, Joining>('joining'),
  engagement: command<AskEngagement, EngagementPage>('engagement'),
  goals: command<AskEngagement, GoalsPage>('goals'),
  direction: command<AskEngagement, DirectionPage>('direction'),
  alignment: command<AskEngagement, AlignmentPage>('alignment'),
  measures: command<AskEngagement, MeasuresPage>('measures'),
  chair: command<AskChair, ChairPage>('chair'),
  say: command<AskChair, SayCard>('say'),
  who: command<AskWho, WhoCard>('who'),
  mayRelease: command<AskRelease, MayRelease>('may_release'),
  session: command<AskSession, SessionPage>('session'),
  meeting: command<AskMeeting, MeetingPage>('meeting'),
  document: command<AskDocument, DocumentPage>('document'),
  access: command<AskAccess, AccessPage>('access'),
  templates: ask<TemplateCard[]>('templates'),
  settings: ask<Settings>('settings'),
  saveCoach: command<Coach, null>('save_coach'),
  savePerson: command<SavePerson, Made>('save_person'),
  joinPeople: command<JoinPeople, null>('join_people'),
  joinOrganisations: command<JoinOrganisations, null>('join_organisations'),
  saveOrganisation: command<SaveOrganisation, null>('save_organisation'),
  lookAtContacts: command<LookAtContacts, ContactsSeen>('look_at_contacts'),
  bringContacts: command<BringContacts, Brought>('bring_contacts'),
  lookAtHours: command<LookAtHours, HoursSeen>('look_at_hours'),
  lookAtCalendar: command<CalendarAsked, CalendarSeen>('look_at_calendar'),
  bringSessions: command<BringSessions, SessionsBrought>('bring_sessions'),
  lookAtNotes: command<NotesAsked, NotesSeen>('look_at_notes'),
  bringNotes: command<NotesAsked, NotesBrought>('bring_notes'),
  beginEngagement: command<BeginEngagement, Made>('begin_engagement'),
  changeEngagement: command<ChangeEngagement, null>('change_engagement'),
  addParty: command<AddParty, Made>('add_party'),
  partyLeaves: command<PartyLeaves, null>('party_leaves'),
  changeParty: command<ChangeParty, null>('change_party'),
  closing: command<AskEngagement, ClosingPage>('closing'),
  letterhead: ask<LetterheadPage>('letterhead'),
  changes: ask<ChangesPage>('changes'),
  retention: ask<RetentionPage>('retention'),
  disposal: command<AskDisposal, DisposalPage>('disposal'),
  hold: command<HoldEngagement, Made>('hold'),
  liftHold: command<LiftHold, null>('lift_hold'),
  dispose: command<Dispose, CertificateCard>('dispose'),
  writeDisposal: command<WriteDisposal, Written>('write_disposal'),
  undo: command<TurnChange, ChangeCard>('undo'),
  redo: command<TurnChange, ChangeCard>('redo'),
  endEngagement: command<EndEngagement, null>('end_engagement'),
  reopenEngagement: command<ReopenEngagement, null>('reopen_engagement'),
  planFollowUps: command<PlanFollowUps, null>('plan_follow_ups'),
  changeFollowUp: command<ChangeFollowUp, null>('change_follow_up'),
  removeFollowUp: command<RemoveFollowUp, null>('remove_follow_up'),
  setKeeps: command<Keeps, null>('set_keeps'),
  setLogo: command<SetLogo, LetterheadPage>('set_logo'),
  removeLogo: ask<LetterheadPage>('remove_logo'),
  setColour: command<SetColour, LetterheadPage>('set_colour'),
  beginGoal: command<BeginGoal, Made>('begin_goal'),
  shiftGoal: command<ShiftGoal, Made>('shift_goal'),
  completeShift: command<CompleteShift, null>('complete_shift'),
  takeBackShift: command<TakeBackShift, null>('take_back_shift'),
  correctGoal: command<CorrectGoal, null>('correct_goal'),
  stepTelling: command<StepTelling, null>('step_telling'),
  sayPurpose: command<SayPurpose, Made>('say_purpose'),
  takeBackPurpose: command<TakeBackPurpose, null>('take_back_purpose'),
  addPriority: command<AddPriority, Made>('add_priority'),
  rewordPriority: command<RewordPriority, null>('reword_priority'),
  endPriority: command<EndPriority, null>('end_priority'),
  takeBackWording: command<TakeBackWording, null>('take_back_wording'),
  addTie: command<AddTie, Made>('add_tie'),
  endTie: command<EndTie, null>('end_tie'),
  takeBackTie: command<TakeBackTie, null>('take_back_tie'),
  beginThread: command<BeginThread, Made>('begin_thread'),
  renameThread: command<RenameThread, null>('rename_thread'),
  linkInsight: command<LinkInsight, null>('link_insight'),
  unlinkInsight: command<UnlinkInsight, null>('unlink_insight'),
  removeThread: command<RemoveThread, null>('remove_thread'),
  writeLevels: command<WriteLevels, null>('write_levels'),
  addScore: command<AddScore, Made>('add_score'),
  removeScore: command<RemoveScore, null>('remove_score'),
  addSelfRating: command<AddSelfRating, Made>('add_self_rating'),
  removeSelfRating: command<RemoveSelfRating, null>('remove_self_rating'),
  openRound: command<OpenRound, Made>('open_round'),
  writeRound: command<WriteRound, null>('write_round'),
  correctAnswer: command<CorrectAnswer, null>('correct_answer'),
  closeRound: command<CloseRound, null>('close_round'),
  removeRound: command<RemoveRound, null>('remove_round'),
  draftAgreement: command<DraftAgreement, Made>('draft_agreement'),
  setRaters: command<SetRaters, null>('set_raters'),
  setBoundaries: command<SetBoundaries, null>('set_boundaries'),
  discardAgreement: command<DiscardAgreement, null>('discard_agreement'),
  saveTemplate: command<SaveTemplate, Made>('save_template'),
  removeTemplate: command<RemoveTemplate, null>('remove_template'),
  setAdditions: command<SetAdditions, null>('set_additions'),
  setMasks: command<SetMasks, null>('set_masks'),
  giveAssent: command<GiveAssent, null>('give_assent'),
  planSession: command<PlanSession, Made>('plan_session'),
  series: command<PlanSeries, SeriesPage>('series'),
  planSeries: command<PlanSeries, SeriesPage>('plan_series'),
  closeSession: command<CloseSession, Closed>('close_session'),
  setPace: command<SetPace, null>('set_pace'),
  changeSession: command<ChangeSession, null>('change_session'),
  writeSession: command<WriteSession, null>('write_session'),
  addNote: command<AddNote, Made>('add_note'),
  changeNote: command<ChangeNote, null>('change_note'),
  removeNote: command<RemoveNote, null>('remove_note'),
  addCommitment: command<AddCommitment, Made>('add_commitment'),
  settleCommitment: command<SettleCommitment, null>('settle_commitment'),
  planMeeting: command<PlanMeeting, Made>('plan_meeting'),
  changeMeeting: command<ChangeMeeting, null>('change_meeting'),
  prepareMeeting: command<PrepareMeeting, null>('prepare_meeting'),
  holdMeeting: command<HoldMeeting, null>('hold_meeting'),
  writeMeeting: command<WriteMeeting, null>('write_meeting'),
  setAgenda: command<SetAgenda, null>('set_agenda'),
  captureMeeting: command<CaptureMeeting, null>('capture_meeting'),
  dateCommitment: command<DateCommitment, null>('date_commitment'),
  setLeaving: command<SetLeaving, null>('set_leaving'),
  addPosition: command<AddPosition, Made>('add_position'),
  addBelief: command<AddBelief, Made>('add_belief'),
  removeBelief: command<RemoveBelief, null>('remove_belief'),
  openClash: command<OpenClash, Made>('open_clash'),
  writeClash: command<WriteClash, null>('write_clash'),
  endClash: command<EndClash, null>('end_clash'),
  removeClash: command<RemoveClash, null>('remove_clash'),
  addQuestion: command<AddQuestion, Made>('add_question'),
  removeQuestion: command<RemoveQuestion, null>('remove_question'),
  saveContact: command<SaveContact, Made>('save_contact'),
  giveRelease: command<GiveRelease, Made>('give_release'),
  withdrawRelease: command<WithdrawRelease, null>('withdraw_release'),
  recordSaid: command<RecordSaid, null>('record_said'),
  recordException: command<RecordException, null>('record_exception'),
  approve: command<Approve, null>('approve'),
  writeDocument: command<WriteDocument, Written>('write_document'),
  writeAccess: command<WriteAccess, Written>('write_access'),
  writeDataSheet: command<WriteDataSheet, Written>('write_data_sheet'),
  hours: command<AskHours, HoursPage>('hours'),
  supervision: ask<SupervisionPage>('supervision'),
  will: ask<WillPage>('will'),
  addHours: command<AddHours, AddedHours>('add_hours'),
  changeHours: command<ChangeHours, null>('change_hours'),
  removeHours: command<RemoveHours, null>('remove_hours'),
  setListing: command<SetListing, null>('set_listing'),
  writeHours: command<WriteHours, Written>('write_hours'),
  saveLearning: command<SaveLearning, Made>('save_learning'),
  removeLearning: command<RemoveLearning, null>('remove_learning'),
  setCertificate: command<SetCertificate, null>('set_certificate'),
  writeCertificate: command<WriteCertificate, Written>('write_certificate'),
  takeToSupervision: command<TakeToSupervision, Made>('take_to_supervision'),
  removeMark: command<RemoveMark, null>('remove_mark'),
  bringBack: command<BringBack, null>('bring_back'),
  saveWill: command<Will, null>('save_will'),
  writeWill: command<WriteWill, Written>('write_will'),
  takeOut: command<TakeOut, Written>('take_out'),
};

/** The system's dialog for a folder; null when it was closed. Known to the shell alone. */
export const chooseFolder = ask<string | null>('choose_folder');

/** Something was copied in the window: the shell takes it out of the clipboard after a minute. */
export const copied = ask<null>('copied');
