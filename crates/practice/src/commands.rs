//! The one table of commands: what the interface can ask of the desk. The shell's handlers, the
//! capability's list, the browser tests' bridge and the interface's typed door are made from it.

/// Calls a macro with the table: `name(Input) -> Output;`, in which `()` stands for no input.
#[macro_export]
macro_rules! commands {
    ($with:ident) => {
        $with! {
            state(()) -> DeskState;
            create_vault(CreateVault) -> DeskState;
            unlock(Unlock) -> DeskState;
            open_sample(()) -> DeskState;
            lock(()) -> DeskState;
            remember(Remember) -> DeskState;
            change_passphrase(ChangePassphrase) -> DeskState;

            today(()) -> Today;
            engagements(()) -> Vec<EngagementCard>;
            people(()) -> People;
            engagement(AskEngagement) -> EngagementPage;
            goals(AskEngagement) -> GoalsPage;
            measures(AskEngagement) -> MeasuresPage;
            direction(AskEngagement) -> DirectionPage;
            chair(AskChair) -> ChairPage;
            say(AskChair) -> SayCard;
            who(AskWho) -> WhoCard;
            may_release(AskRelease) -> MayRelease;
            session(AskSession) -> SessionPage;
            meeting(AskMeeting) -> MeetingPage;
            document(AskDocument) -> DocumentPage;
            access(AskAccess) -> AccessPage;
            templates(()) -> Vec<TemplateCard>;
            settings(()) -> Settings;

            save_coach(Coach) -> ();
            save_person(SavePerson) -> Made;
            save_organisation(SaveOrganisation) -> ();
            begin_engagement(BeginEngagement) -> Made;
            change_engagement(ChangeEngagement) -> ();
            add_party(AddParty) -> Made;
            party_leaves(PartyLeaves) -> ();
            begin_goal(BeginGoal) -> Made;
            shift_goal(ShiftGoal) -> Made;
            complete_shift(CompleteShift) -> ();
            take_back_shift(TakeBackShift) -> ();
            correct_goal(CorrectGoal) -> ();
            step_telling(StepTelling) -> ();
            say_purpose(SayPurpose) -> Made;
            take_back_purpose(TakeBackPurpose) -> ();
            add_priority(AddPriority) -> Made;
            reword_priority(RewordPriority) -> ();
            end_priority(EndPriority) -> ();
            take_back_wording(TakeBackWording) -> ();
            add_tie(AddTie) -> Made;
            end_tie(EndTie) -> ();
            take_back_tie(TakeBackTie) -> ();
            begin_thread(BeginThread) -> Made;
            rename_thread(RenameThread) -> ();
            link_insight(LinkInsight) -> ();
            unlink_insight(UnlinkInsight) -> ();
            remove_thread(RemoveThread) -> ();
            write_levels(WriteLevels) -> ();
            add_score(AddScore) -> Made;
            remove_score(RemoveScore) -> ();
            add_self_rating(AddSelfRating) -> Made;
            remove_self_rating(RemoveSelfRating) -> ();
            open_round(OpenRound) -> Made;
            write_round(WriteRound) -> ();
            correct_answer(CorrectAnswer) -> ();
            close_round(CloseRound) -> ();
            remove_round(RemoveRound) -> ();
            draft_agreement(DraftAgreement) -> Made;
            set_boundaries(SetBoundaries) -> ();
            set_raters(SetRaters) -> ();
            discard_agreement(DiscardAgreement) -> ();
            save_template(SaveTemplate) -> Made;
            remove_template(RemoveTemplate) -> ();
            set_additions(SetAdditions) -> ();
            set_masks(SetMasks) -> ();
            give_assent(GiveAssent) -> ();
            plan_session(PlanSession) -> Made;
            change_session(ChangeSession) -> ();
            write_session(WriteSession) -> ();
            add_note(AddNote) -> Made;
            change_note(ChangeNote) -> ();
            remove_note(RemoveNote) -> ();
            add_commitment(AddCommitment) -> Made;
            settle_commitment(SettleCommitment) -> ();
            plan_meeting(PlanMeeting) -> Made;
            change_meeting(ChangeMeeting) -> ();
            prepare_meeting(PrepareMeeting) -> ();
            hold_meeting(HoldMeeting) -> ();
            write_meeting(WriteMeeting) -> ();
            add_position(AddPosition) -> Made;
            save_contact(SaveContact) -> Made;
            give_release(GiveRelease) -> Made;
            withdraw_release(WithdrawRelease) -> ();
            record_said(RecordSaid) -> ();
            record_exception(RecordException) -> ();
            approve(Approve) -> ();
            write_document(WriteDocument) -> Written;
            write_access(WriteAccess) -> Written;
            write_data_sheet(WriteDataSheet) -> Written;
        }
    };
}
