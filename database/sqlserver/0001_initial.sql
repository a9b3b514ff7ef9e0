-- All tables of Remiss. The same number stands in the other dialect with the same tables and columns.
-- Times are UTC with milliseconds; days are calendar days in Sweden; texts in JSON say so in the column's name.

-- The body that runs consultations (a region) and owns everything below.
CREATE TABLE organisation (
    organisation_id uniqueidentifier NOT NULL,
    name nvarchar(300) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    created_at datetime2(3) NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (organisation_id),
    UNIQUE (name)
);

-- A person who signs in. The address is kept in lower case.
CREATE TABLE account (
    account_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    email nvarchar(320) COLLATE Latin1_General_BIN2 NOT NULL,
    name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    password_hash nvarchar(400) NULL,
    is_administrator bit NOT NULL,
    is_disabled bit NOT NULL,
    created_at datetime2(3) NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (account_id),
    UNIQUE (email)
);

-- A file by the SHA-256 of its bytes (64 lower-case hex digits). Written once, never changed. Columns that name one have no
-- foreign key: Babelfish cannot check one on a text. "remiss doctor" does.
CREATE TABLE stored_file (
    sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    byte_length bigint NOT NULL,
    place nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL CHECK (place IN ('Database', 'Folder')),
    created_at datetime2(3) NOT NULL,
    PRIMARY KEY (sha256)
);

-- The bytes of files up to the size that the settings name; larger ones lie in the folder of files.
CREATE TABLE file_content (
    sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    content varbinary(max) NOT NULL,
    PRIMARY KEY (sha256)
);

-- The register of bodies that can be consulted (remissinstanser). An official code is that of Statistics Sweden.
CREATE TABLE body (
    body_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    name nvarchar(300) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    kind nvarchar(30) COLLATE Latin1_General_BIN2 NOT NULL,
    code nvarchar(20) COLLATE Latin1_General_BIN2 NULL,
    organisation_number nvarchar(20) COLLATE Latin1_General_BIN2 NULL,
    email nvarchar(320) COLLATE Latin1_General_BIN2 NULL,
    contact_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NULL,
    is_retired bit NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (body_id),
    UNIQUE (organisation_id, name)
);

-- A named choice of bodies (sändlista).
CREATE TABLE distribution_list (
    distribution_list_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (distribution_list_id),
    UNIQUE (organisation_id, name)
);

CREATE TABLE distribution_list_member (
    distribution_list_id uniqueidentifier NOT NULL REFERENCES distribution_list (distribution_list_id),
    body_id uniqueidentifier NOT NULL REFERENCES body (body_id),
    PRIMARY KEY (distribution_list_id, body_id)
);

-- A consultation (remiss). consultation_no is this database's own short name for it, for the index of words.
CREATE TABLE consultation (
    consultation_no bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
    consultation_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    title nvarchar(400) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    description nvarchar(max) NULL,
    registration_number nvarchar(100) NULL,
    state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Draft', 'Open', 'Closed', 'Archived')),
    opens_on date NULL,
    deadline date NULL,
    accept_threshold float NULL,
    stance_labels_json nvarchar(max) NULL,
    created_by uniqueidentifier NULL,
    created_at datetime2(3) NOT NULL,
    opened_at datetime2(3) NULL,
    closed_at datetime2(3) NULL,
    archived_at datetime2(3) NULL,
    version int NOT NULL,
    UNIQUE (consultation_id)
);

CREATE INDEX ix_consultation_organisation_id_state ON consultation (organisation_id, state);
-- Who may do what in one consultation.
CREATE TABLE consultation_role (
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    account_id uniqueidentifier NOT NULL REFERENCES account (account_id),
    role nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (role IN ('Coordinator', 'Analyst', 'Reader')),
    PRIMARY KEY (consultation_id, account_id, role)
);

-- A consultation that came from an archive of another installation, with that archive's audit log as a file.
CREATE TABLE consultation_origin (
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    archive_sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    audit_sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    imported_at datetime2(3) NOT NULL,
    PRIMARY KEY (consultation_id)
);

-- A consulted document (remisshandling); the versions hold its text.
CREATE TABLE document (
    document_id uniqueidentifier NOT NULL,
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    ordinal int NOT NULL,
    title nvarchar(400) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (document_id),
    UNIQUE (consultation_id, ordinal)
);

-- One version of a consulted document, as imported. Never changed.
CREATE TABLE document_version (
    document_version_id uniqueidentifier NOT NULL,
    document_id uniqueidentifier NOT NULL REFERENCES document (document_id),
    number int NOT NULL,
    title nvarchar(400) NOT NULL,
    file_name nvarchar(300) NOT NULL,
    sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    text_json nvarchar(max) NOT NULL,
    reason nvarchar(1000) NULL,
    imported_by uniqueidentifier NULL,
    imported_at datetime2(3) NOT NULL,
    PRIMARY KEY (document_version_id),
    UNIQUE (document_id, number)
);

-- A section of one version. section_id is the same in every version that has the section; section_key is its name inside the version (number or slug).
CREATE TABLE section (
    document_version_id uniqueidentifier NOT NULL REFERENCES document_version (document_version_id),
    section_id uniqueidentifier NOT NULL,
    section_key nvarchar(300) NOT NULL,
    ordinal int NOT NULL,
    number nvarchar(40) NULL,
    title nvarchar(1000) NOT NULL,
    level int NOT NULL,
    page_from int NOT NULL,
    page_to int NOT NULL,
    section_text nvarchar(max) NOT NULL,
    PRIMARY KEY (document_version_id, section_id),
    UNIQUE (document_version_id, ordinal)
);

CREATE INDEX ix_section_section_id ON section (section_id);
CREATE TABLE section_item (
    document_version_id uniqueidentifier NOT NULL,
    section_id uniqueidentifier NOT NULL,
    number int NOT NULL,
    -- What tags call the point: its number when it first came. Stays with it when others shift its number; never used again.
    item_key int NOT NULL,
    label nvarchar(1000) NULL,
    item_text nvarchar(max) NOT NULL,
    page int NOT NULL,
    PRIMARY KEY (document_version_id, section_id, number),
    FOREIGN KEY (document_version_id, section_id) REFERENCES section (document_version_id, section_id)
);

-- What every section that the document ever had has become in this version: itself, another one (merged, moved), or nothing.
CREATE TABLE section_mapping (
    document_version_id uniqueidentifier NOT NULL REFERENCES document_version (document_version_id),
    section_id uniqueidentifier NOT NULL,
    becomes_section_id uniqueidentifier NULL,
    how nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (how IN ('Same', 'Renumbered', 'Renamed', 'Rewritten', 'Merged', 'Removed', 'New')),
    similarity float NOT NULL,
    PRIMARY KEY (document_version_id, section_id)
);

-- A question of the consultation; on a section where section_id is set. Options are a JSON array of texts.
CREATE TABLE question (
    question_id uniqueidentifier NOT NULL,
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    section_id uniqueidentifier NULL,
    ordinal int NOT NULL,
    kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (kind IN ('OneOf', 'ManyOf', 'Scale', 'Number', 'Text')),
    question_text nvarchar(2000) NOT NULL,
    options_json nvarchar(max) NOT NULL,
    is_required bit NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (question_id),
    UNIQUE (consultation_id, ordinal)
);

-- A body that is asked (utskick). The e-mail address is the one that was used.
CREATE TABLE invitation (
    invitation_id uniqueidentifier NOT NULL,
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    body_id uniqueidentifier NOT NULL REFERENCES body (body_id),
    state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Planned', 'Sent', 'Opened', 'Drafting', 'Answered', 'NoComments', 'Declined', 'Withdrawn')),
    email nvarchar(320) COLLATE Latin1_General_BIN2 NULL,
    deadline date NULL,
    sent_at datetime2(3) NULL,
    reminded_at datetime2(3) NULL,
    reminders int NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (invitation_id),
    UNIQUE (consultation_id, body_id)
);

-- What happened to an invitation, in order; never changed.
CREATE TABLE invitation_event (
    invitation_id uniqueidentifier NOT NULL REFERENCES invitation (invitation_id),
    sequence int NOT NULL,
    kind nvarchar(30) COLLATE Latin1_General_BIN2 NOT NULL,
    from_state nvarchar(20) COLLATE Latin1_General_BIN2 NULL,
    to_state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
    note nvarchar(1000) NULL,
    actor_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    at datetime2(3) NOT NULL,
    PRIMARY KEY (invitation_id, sequence)
);

-- A reply (remissvar) of one or several bodies. What it says is in its versions.
CREATE TABLE response (
    response_id uniqueidentifier NOT NULL,
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    number int NOT NULL,
    kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (kind IN ('Reply', 'NoComments', 'Declined')),
    channel nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (channel IN ('File', 'Mail', 'Form', 'Post')),
    current_version int NOT NULL,
    created_at datetime2(3) NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (response_id),
    UNIQUE (consultation_id, number)
);

CREATE INDEX ix_response_consultation_id_current_version ON response (consultation_id, current_version);
-- A body answers once: joint replies have a row for each of their bodies.
CREATE TABLE response_body (
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    body_id uniqueidentifier NOT NULL REFERENCES body (body_id),
    response_id uniqueidentifier NOT NULL REFERENCES response (response_id),
    PRIMARY KEY (consultation_id, body_id)
);

CREATE INDEX ix_response_body_response_id ON response_body (response_id);
-- Who sent it, by the names that are printed; a body of the register or not.
CREATE TABLE response_sender (
    response_id uniqueidentifier NOT NULL REFERENCES response (response_id),
    ordinal int NOT NULL,
    name nvarchar(300) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    body_id uniqueidentifier NULL REFERENCES body (body_id),
    is_private_person bit NOT NULL,
    PRIMARY KEY (response_id, ordinal)
);

-- A version of a reply, as received. Its text and files never change; receipt_key makes a repeated registration find the first.
CREATE TABLE response_version (
    response_version_id uniqueidentifier NOT NULL,
    response_id uniqueidentifier NOT NULL REFERENCES response (response_id),
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    number int NOT NULL,
    receipt_key nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Received', 'Split', 'Unreadable')),
    received_on date NOT NULL,
    registered_by uniqueidentifier NULL,
    registered_at datetime2(3) NOT NULL,
    registration_number nvarchar(100) NULL,
    decision_board nvarchar(300) NULL,
    decision_paragraph nvarchar(100) NULL,
    decision_on date NULL,
    reason nvarchar(2000) NULL,
    text_json nvarchar(max) NULL,
    text_length int NOT NULL,
    split_json nvarchar(max) NULL,
    failure_json nvarchar(max) NULL,
    overall_stance nvarchar(30) COLLATE Latin1_General_BIN2 NOT NULL,
    overall_evidence_json nvarchar(max) NULL,
    overall_set_by uniqueidentifier NULL,
    overall_set_at datetime2(3) NULL,
    version int NOT NULL,
    PRIMARY KEY (response_version_id),
    UNIQUE (response_id, number),
    UNIQUE (consultation_id, receipt_key)
);

CREATE INDEX ix_response_version_consultation_id_received_on ON response_version (consultation_id, received_on);
-- A reservation or separate opinion that is part of the reply.
CREATE TABLE reservation (
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    ordinal int NOT NULL,
    kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (kind IN ('Reservation', 'SeparateOpinion')),
    who nvarchar(500) NOT NULL,
    reservation_text nvarchar(max) NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

-- The original files of a version.
CREATE TABLE response_file (
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    ordinal int NOT NULL,
    name nvarchar(300) NOT NULL,
    role nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (role IN ('Original', 'Attachment', 'Minutes')),
    sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

CREATE INDEX ix_response_file_sha256 ON response_file (sha256);
-- An answer to a question, as JSON: an option's index, a list of them, a number, or a text.
CREATE TABLE answer (
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    question_id uniqueidentifier NOT NULL REFERENCES question (question_id),
    value_json nvarchar(max) NOT NULL,
    PRIMARY KEY (response_version_id, question_id)
);

-- A comment (synpunkt): a span of its version's text, counted in UTF-16 units. One that was merged or split away stays with is_current = 0.
CREATE TABLE comment (
    comment_no bigint IDENTITY(1,1) NOT NULL PRIMARY KEY,
    comment_id uniqueidentifier NOT NULL,
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    start_at int NOT NULL,
    length int NOT NULL,
    page int NOT NULL,
    quote nvarchar(max) NOT NULL,
    lead_in_start int NULL,
    lead_in_length int NULL,
    is_general bit NOT NULL,
    stance nvarchar(30) COLLATE Latin1_General_BIN2 NOT NULL,
    stance_evidence_json nvarchar(max) NULL,
    stance_set_by uniqueidentifier NULL,
    stance_set_at datetime2(3) NULL,
    reviewed_by uniqueidentifier NULL,
    reviewed_at datetime2(3) NULL,
    is_current bit NOT NULL,
    version int NOT NULL,
    UNIQUE (comment_id)
);

CREATE INDEX ix_comment_response_version_id_start_at ON comment (response_version_id, start_at);
-- Lists, filters and counts of comments read this index alone.
CREATE INDEX ix_comment_consultation_id_is_current_response_version_id ON comment (consultation_id, is_current, response_version_id, start_at, stance, is_general, reviewed_at);
-- A comment's section. item 0 is the section as a whole, otherwise its numbered point.
CREATE TABLE comment_tag (
    comment_no bigint NOT NULL REFERENCES comment (comment_no),
    section_id uniqueidentifier NOT NULL,
    item int NOT NULL,
    source nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (source IN ('Heading', 'Reference', 'Page', 'Title', 'Suggested', 'Person')),
    status nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (status IN ('Settled', 'Suggested', 'Refused')),
    confidence float NOT NULL,
    set_by uniqueidentifier NULL,
    set_at datetime2(3) NULL,
    PRIMARY KEY (comment_no, section_id, item)
);

CREATE INDEX ix_comment_tag_section_id_status_comment_no ON comment_tag (section_id, status, comment_no);
-- The runs of a reply that are not comments; with the current comments they are the whole text.
CREATE TABLE ledger_run (
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    start_at int NOT NULL,
    length int NOT NULL,
    kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (kind IN ('Heading', 'Courtesy', 'Background', 'DecisionFormality', 'PageFurniture')),
    reviewed_by uniqueidentifier NULL,
    reviewed_at datetime2(3) NULL,
    PRIMARY KEY (response_version_id, start_at)
);

-- What a reply refers to and the document does not have.
CREATE TABLE unresolved_reference (
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    ordinal int NOT NULL,
    start_at int NOT NULL,
    length int NOT NULL,
    words nvarchar(300) NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

-- Each change that a person made to a version's comments, with the affected rows before and after, so that it can be undone.
CREATE TABLE comment_change (
    comment_change_id uniqueidentifier NOT NULL,
    response_version_id uniqueidentifier NOT NULL REFERENCES response_version (response_version_id),
    sequence int NOT NULL,
    kind nvarchar(30) COLLATE Latin1_General_BIN2 NOT NULL,
    before_json nvarchar(max) NOT NULL,
    after_json nvarchar(max) NOT NULL,
    undoes_change_id uniqueidentifier NULL,
    undone_by_change_id uniqueidentifier NULL,
    account_id uniqueidentifier NULL,
    actor_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    at datetime2(3) NOT NULL,
    PRIMARY KEY (comment_change_id),
    UNIQUE (response_version_id, sequence)
);

-- What the region does with a comment (hantering) and answers (bemötande). kind is empty while it is only handed to someone.
CREATE TABLE disposition (
    comment_no bigint NOT NULL REFERENCES comment (comment_no),
    kind nvarchar(30) COLLATE Latin1_General_BIN2 NULL,
    state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Open', 'Drafted', 'Approved')),
    reply nvarchar(max) NULL,
    change_made nvarchar(max) NULL,
    assigned_to uniqueidentifier NULL REFERENCES account (account_id),
    due_on date NULL,
    set_by uniqueidentifier NULL,
    set_at datetime2(3) NOT NULL,
    version int NOT NULL,
    PRIMARY KEY (comment_no)
);

-- The stemmed words of the current comments, without those that carry no subject, for search. weight is how much the comment
-- is about the word, 1 to 1000: so that ranking reads nothing but this.
CREATE TABLE comment_term (
    consultation_no bigint NOT NULL,
    term nvarchar(80) COLLATE Latin1_General_BIN2 NOT NULL,
    comment_no bigint NOT NULL REFERENCES comment (comment_no),
    weight int NOT NULL,
    PRIMARY KEY (consultation_no, term, comment_no)
);

CREATE INDEX ix_comment_term_comment_no ON comment_term (comment_no);
-- A compiled summary (remissammanställning). Once Done it never changes; its files are the snapshot.
CREATE TABLE summary (
    summary_id uniqueidentifier NOT NULL,
    consultation_id uniqueidentifier NOT NULL REFERENCES consultation (consultation_id),
    number int NOT NULL,
    state nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Queued', 'Running', 'Done', 'Failed')),
    options_json nvarchar(max) NOT NULL,
    is_draft bit NOT NULL,
    progress float NOT NULL,
    stage_json nvarchar(max) NULL,
    failure_json nvarchar(max) NULL,
    requested_by uniqueidentifier NULL,
    requested_at datetime2(3) NOT NULL,
    finished_at datetime2(3) NULL,
    version int NOT NULL,
    PRIMARY KEY (summary_id),
    UNIQUE (consultation_id, number)
);

CREATE TABLE summary_file (
    summary_id uniqueidentifier NOT NULL REFERENCES summary (summary_id),
    format nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL,
    name nvarchar(300) NOT NULL,
    sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    PRIMARY KEY (summary_id, format)
);

-- The last link of each organisation's chain of audit entries.
CREATE TABLE audit_chain (
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    sequence bigint NOT NULL,
    hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    PRIMARY KEY (organisation_id)
);

-- Who did what and when; each entry holds the hash of the one before.
CREATE TABLE audit_entry (
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    sequence bigint NOT NULL,
    at datetime2(3) NOT NULL,
    actor_kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
    actor_id uniqueidentifier NULL,
    actor_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    action nvarchar(80) COLLATE Latin1_General_BIN2 NOT NULL,
    subject_kind nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
    subject_id nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    consultation_id uniqueidentifier NULL,
    before_json nvarchar(max) NULL,
    after_json nvarchar(max) NULL,
    previous_hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    hash nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
);

CREATE INDEX ix_audit_entry_consultation_id_sequence ON audit_entry (consultation_id, sequence);
-- Commands that were refused because the one who asked may not.
CREATE TABLE refused_command (
    refused_command_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NULL,
    at datetime2(3) NOT NULL,
    actor_kind nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
    actor_id uniqueidentifier NULL,
    actor_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NOT NULL,
    action nvarchar(80) COLLATE Latin1_General_BIN2 NOT NULL,
    subject_id nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    PRIMARY KEY (refused_command_id)
);

-- Work that outlives a request. distinct_key keeps the same work from waiting twice; a finished row's key is its own id.
CREATE TABLE work_item (
    work_item_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NULL,
    kind nvarchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
    distinct_key nvarchar(120) COLLATE Latin1_General_BIN2 NOT NULL,
    payload_json nvarchar(max) NOT NULL,
    state nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Ready', 'Done', 'Parked', 'Dropped')),
    not_before datetime2(3) NOT NULL,
    attempts int NOT NULL,
    lease_owner nvarchar(80) COLLATE Latin1_General_BIN2 NULL,
    lease_until datetime2(3) NULL,
    progress float NOT NULL,
    last_error_json nvarchar(max) NULL,
    created_at datetime2(3) NOT NULL,
    finished_at datetime2(3) NULL,
    PRIMARY KEY (work_item_id),
    UNIQUE (kind, distinct_key)
);

CREATE INDEX ix_work_item_state_not_before ON work_item (state, not_before);
-- The outbox. A row in Sending whose worker died is Uncertain and is not sent again by itself.
CREATE TABLE mail (
    mail_id uniqueidentifier NOT NULL,
    organisation_id uniqueidentifier NOT NULL REFERENCES organisation (organisation_id),
    consultation_id uniqueidentifier NULL REFERENCES consultation (consultation_id),
    invitation_id uniqueidentifier NULL REFERENCES invitation (invitation_id),
    kind nvarchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
    language nvarchar(2) COLLATE Latin1_General_BIN2 NOT NULL CHECK (language IN ('sv', 'en')),
    to_address nvarchar(320) COLLATE Latin1_General_BIN2 NOT NULL,
    to_name nvarchar(200) COLLATE Finnish_Swedish_CI_AS NULL,
    subject nvarchar(500) NOT NULL,
    plain nvarchar(max) NOT NULL,
    html nvarchar(max) NULL,
    attachments_json nvarchar(max) NULL,
    message_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    state nvarchar(12) COLLATE Latin1_General_BIN2 NOT NULL CHECK (state IN ('Queued', 'Sending', 'Sent', 'Refused', 'Uncertain', 'Bounced')),
    attempts int NOT NULL,
    created_at datetime2(3) NOT NULL,
    sending_at datetime2(3) NULL,
    sent_at datetime2(3) NULL,
    bounced_at datetime2(3) NULL,
    last_error_json nvarchar(max) NULL,
    version int NOT NULL,
    PRIMARY KEY (mail_id),
    UNIQUE (message_id)
);

CREATE INDEX ix_mail_organisation_id_state ON mail (organisation_id, state);
CREATE INDEX ix_mail_invitation_id ON mail (invitation_id);
-- Keys that protect cookies, so that any node can read any cookie.
CREATE TABLE data_protection_key (
    friendly_name nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
    key_xml nvarchar(max) NOT NULL,
    created_at datetime2(3) NOT NULL,
    PRIMARY KEY (friendly_name)
);
