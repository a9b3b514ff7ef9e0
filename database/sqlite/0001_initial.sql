-- All tables of Remiss. The same number stands in the other dialect with the same tables and columns.
-- Times are UTC with milliseconds; days are calendar days in Sweden; texts in JSON say so in the column's name.

-- The body that runs consultations (a region) and owns everything below.
CREATE TABLE organisation (
    organisation_id TEXT NOT NULL,
    name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id),
    UNIQUE (name)
);

-- A person who signs in. The address is kept in lower case.
CREATE TABLE account (
    account_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    email TEXT NOT NULL,
    name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    password_hash TEXT NULL,
    is_administrator INTEGER NOT NULL,
    is_disabled INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (account_id),
    UNIQUE (email)
);

-- A file by the SHA-256 of its bytes (64 lower-case hex digits). Written once, never changed. Columns that name one have no
-- foreign key: Babelfish cannot check one on a text. "remiss doctor" does.
CREATE TABLE stored_file (
    sha256 TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('Database', 'Folder')),
    created_at TEXT NOT NULL,
    PRIMARY KEY (sha256)
);

-- The bytes of files up to the size that the settings name; larger ones lie in the folder of files.
CREATE TABLE file_content (
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (sha256)
);

-- The register of bodies that can be consulted (remissinstanser). An official code is that of Statistics Sweden.
CREATE TABLE body (
    body_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NULL,
    organisation_number TEXT NULL,
    email TEXT NULL,
    contact_name TEXT COLLATE Finnish_Swedish_CI_AS NULL,
    is_retired INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (body_id),
    UNIQUE (organisation_id, name)
);

-- A named choice of bodies (sändlista).
CREATE TABLE distribution_list (
    distribution_list_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (distribution_list_id),
    UNIQUE (organisation_id, name)
);

CREATE TABLE distribution_list_member (
    distribution_list_id TEXT NOT NULL REFERENCES distribution_list (distribution_list_id),
    body_id TEXT NOT NULL REFERENCES body (body_id),
    PRIMARY KEY (distribution_list_id, body_id)
);

-- A consultation (remiss). consultation_no is this database's own short name for it, for the index of words.
CREATE TABLE consultation (
    consultation_no INTEGER PRIMARY KEY AUTOINCREMENT,
    consultation_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    title TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    description TEXT NULL,
    registration_number TEXT NULL,
    state TEXT NOT NULL CHECK (state IN ('Draft', 'Open', 'Closed', 'Archived')),
    opens_on TEXT NULL,
    deadline TEXT NULL,
    accept_threshold REAL NULL,
    stance_labels_json TEXT NULL,
    created_by TEXT NULL,
    created_at TEXT NOT NULL,
    opened_at TEXT NULL,
    closed_at TEXT NULL,
    archived_at TEXT NULL,
    version INTEGER NOT NULL,
    UNIQUE (consultation_id)
);

CREATE INDEX ix_consultation_organisation_id_state ON consultation (organisation_id, state);
-- Who may do what in one consultation.
CREATE TABLE consultation_role (
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    account_id TEXT NOT NULL REFERENCES account (account_id),
    role TEXT NOT NULL CHECK (role IN ('Coordinator', 'Analyst', 'Reader')),
    PRIMARY KEY (consultation_id, account_id, role)
);

-- A consultation that came from an archive of another installation, with that archive's audit log as a file.
CREATE TABLE consultation_origin (
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    archive_sha256 TEXT NOT NULL,
    audit_sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (consultation_id)
);

-- A consulted document (remisshandling); the versions hold its text.
CREATE TABLE document (
    document_id TEXT NOT NULL,
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    ordinal INTEGER NOT NULL,
    title TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (document_id),
    UNIQUE (consultation_id, ordinal)
);

-- One version of a consulted document, as imported. Never changed.
CREATE TABLE document_version (
    document_version_id TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (document_id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_json TEXT NOT NULL,
    reason TEXT NULL,
    imported_by TEXT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (document_version_id),
    UNIQUE (document_id, number)
);

-- A section of one version. section_id is the same in every version that has the section; section_key is its name inside the version (number or slug).
CREATE TABLE section (
    document_version_id TEXT NOT NULL REFERENCES document_version (document_version_id),
    section_id TEXT NOT NULL,
    section_key TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    number TEXT NULL,
    title TEXT NOT NULL,
    level INTEGER NOT NULL,
    page_from INTEGER NOT NULL,
    page_to INTEGER NOT NULL,
    section_text TEXT NOT NULL,
    PRIMARY KEY (document_version_id, section_id),
    UNIQUE (document_version_id, ordinal)
);

CREATE INDEX ix_section_section_id ON section (section_id);
CREATE TABLE section_item (
    document_version_id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    -- What tags call the point: its number when it first came. Stays with it when others shift its number; never used again.
    item_key INTEGER NOT NULL,
    label TEXT NULL,
    item_text TEXT NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (document_version_id, section_id, number),
    FOREIGN KEY (document_version_id, section_id) REFERENCES section (document_version_id, section_id)
);

-- What every section that the document ever had has become in this version: itself, another one (merged, moved), or nothing.
CREATE TABLE section_mapping (
    document_version_id TEXT NOT NULL REFERENCES document_version (document_version_id),
    section_id TEXT NOT NULL,
    becomes_section_id TEXT NULL,
    how TEXT NOT NULL CHECK (how IN ('Same', 'Renumbered', 'Renamed', 'Rewritten', 'Merged', 'Removed', 'New')),
    similarity REAL NOT NULL,
    PRIMARY KEY (document_version_id, section_id)
);

-- A question of the consultation; on a section where section_id is set. Options are a JSON array of texts.
CREATE TABLE question (
    question_id TEXT NOT NULL,
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    section_id TEXT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('OneOf', 'ManyOf', 'Scale', 'Number', 'Text')),
    question_text TEXT NOT NULL,
    options_json TEXT NOT NULL,
    is_required INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (question_id),
    UNIQUE (consultation_id, ordinal)
);

-- A body that is asked (utskick). The e-mail address is the one that was used.
CREATE TABLE invitation (
    invitation_id TEXT NOT NULL,
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    body_id TEXT NOT NULL REFERENCES body (body_id),
    state TEXT NOT NULL CHECK (state IN ('Planned', 'Sent', 'Opened', 'Drafting', 'Answered', 'NoComments', 'Declined', 'Withdrawn')),
    email TEXT NULL,
    deadline TEXT NULL,
    sent_at TEXT NULL,
    reminded_at TEXT NULL,
    reminders INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (invitation_id),
    UNIQUE (consultation_id, body_id)
);

-- What happened to an invitation, in order; never changed.
CREATE TABLE invitation_event (
    invitation_id TEXT NOT NULL REFERENCES invitation (invitation_id),
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_state TEXT NULL,
    to_state TEXT NOT NULL,
    note TEXT NULL,
    actor_name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (invitation_id, sequence)
);

-- A reply (remissvar) of one or several bodies. What it says is in its versions.
CREATE TABLE response (
    response_id TEXT NOT NULL,
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Reply', 'NoComments', 'Declined')),
    channel TEXT NOT NULL CHECK (channel IN ('File', 'Mail', 'Form', 'Post')),
    current_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (response_id),
    UNIQUE (consultation_id, number)
);

CREATE INDEX ix_response_consultation_id_current_version ON response (consultation_id, current_version);
-- A body answers once: joint replies have a row for each of their bodies.
CREATE TABLE response_body (
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    body_id TEXT NOT NULL REFERENCES body (body_id),
    response_id TEXT NOT NULL REFERENCES response (response_id),
    PRIMARY KEY (consultation_id, body_id)
);

CREATE INDEX ix_response_body_response_id ON response_body (response_id);
-- Who sent it, by the names that are printed; a body of the register or not.
CREATE TABLE response_sender (
    response_id TEXT NOT NULL REFERENCES response (response_id),
    ordinal INTEGER NOT NULL,
    name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    body_id TEXT NULL REFERENCES body (body_id),
    is_private_person INTEGER NOT NULL,
    PRIMARY KEY (response_id, ordinal)
);

-- A version of a reply, as received. Its text and files never change; receipt_key makes a repeated registration find the first.
CREATE TABLE response_version (
    response_version_id TEXT NOT NULL,
    response_id TEXT NOT NULL REFERENCES response (response_id),
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    number INTEGER NOT NULL,
    receipt_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Received', 'Split', 'Unreadable')),
    received_on TEXT NOT NULL,
    registered_by TEXT NULL,
    registered_at TEXT NOT NULL,
    registration_number TEXT NULL,
    decision_board TEXT NULL,
    decision_paragraph TEXT NULL,
    decision_on TEXT NULL,
    reason TEXT NULL,
    text_json TEXT NULL,
    text_length INTEGER NOT NULL,
    split_json TEXT NULL,
    failure_json TEXT NULL,
    overall_stance TEXT NOT NULL,
    overall_evidence_json TEXT NULL,
    overall_set_by TEXT NULL,
    overall_set_at TEXT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (response_version_id),
    UNIQUE (response_id, number),
    UNIQUE (consultation_id, receipt_key)
);

CREATE INDEX ix_response_version_consultation_id_received_on ON response_version (consultation_id, received_on);
-- A reservation or separate opinion that is part of the reply.
CREATE TABLE reservation (
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Reservation', 'SeparateOpinion')),
    who TEXT NOT NULL,
    reservation_text TEXT NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

-- The original files of a version.
CREATE TABLE response_file (
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('Original', 'Attachment', 'Minutes')),
    sha256 TEXT NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

CREATE INDEX ix_response_file_sha256 ON response_file (sha256);
-- An answer to a question, as JSON: an option's index, a list of them, a number, or a text.
CREATE TABLE answer (
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    question_id TEXT NOT NULL REFERENCES question (question_id),
    value_json TEXT NOT NULL,
    PRIMARY KEY (response_version_id, question_id)
);

-- A comment (synpunkt): a span of its version's text, counted in UTF-16 units. One that was merged or split away stays with is_current = 0.
CREATE TABLE comment (
    comment_no INTEGER PRIMARY KEY AUTOINCREMENT,
    comment_id TEXT NOT NULL,
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    start_at INTEGER NOT NULL,
    length INTEGER NOT NULL,
    page INTEGER NOT NULL,
    quote TEXT NOT NULL,
    lead_in_start INTEGER NULL,
    lead_in_length INTEGER NULL,
    is_general INTEGER NOT NULL,
    stance TEXT NOT NULL,
    stance_evidence_json TEXT NULL,
    stance_set_by TEXT NULL,
    stance_set_at TEXT NULL,
    reviewed_by TEXT NULL,
    reviewed_at TEXT NULL,
    is_current INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (comment_id)
);

CREATE INDEX ix_comment_response_version_id_start_at ON comment (response_version_id, start_at);
-- Lists, filters and counts of comments read this index alone.
CREATE INDEX ix_comment_consultation_id_is_current_response_version_id ON comment (consultation_id, is_current, response_version_id, start_at, stance, is_general, reviewed_at);
-- A comment's section. item 0 is the section as a whole, otherwise its numbered point.
CREATE TABLE comment_tag (
    comment_no INTEGER NOT NULL REFERENCES comment (comment_no),
    section_id TEXT NOT NULL,
    item INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('Heading', 'Reference', 'Page', 'Title', 'Suggested', 'Person')),
    status TEXT NOT NULL CHECK (status IN ('Settled', 'Suggested', 'Refused')),
    confidence REAL NOT NULL,
    set_by TEXT NULL,
    set_at TEXT NULL,
    PRIMARY KEY (comment_no, section_id, item)
) WITHOUT ROWID;

CREATE INDEX ix_comment_tag_section_id_status_comment_no ON comment_tag (section_id, status, comment_no);
-- The runs of a reply that are not comments; with the current comments they are the whole text.
CREATE TABLE ledger_run (
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    start_at INTEGER NOT NULL,
    length INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Heading', 'Courtesy', 'Background', 'DecisionFormality', 'PageFurniture')),
    reviewed_by TEXT NULL,
    reviewed_at TEXT NULL,
    PRIMARY KEY (response_version_id, start_at)
);

-- What a reply refers to and the document does not have.
CREATE TABLE unresolved_reference (
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    ordinal INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    length INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (response_version_id, ordinal)
);

-- Each change that a person made to a version's comments, with the affected rows before and after, so that it can be undone.
CREATE TABLE comment_change (
    comment_change_id TEXT NOT NULL,
    response_version_id TEXT NOT NULL REFERENCES response_version (response_version_id),
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    before_json TEXT NOT NULL,
    after_json TEXT NOT NULL,
    undoes_change_id TEXT NULL,
    undone_by_change_id TEXT NULL,
    account_id TEXT NULL,
    actor_name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (comment_change_id),
    UNIQUE (response_version_id, sequence)
);

-- What the region does with a comment (hantering) and answers (bemötande). kind is empty while it is only handed to someone.
CREATE TABLE disposition (
    comment_no INTEGER NOT NULL REFERENCES comment (comment_no),
    kind TEXT NULL,
    state TEXT NOT NULL CHECK (state IN ('Open', 'Drafted', 'Approved')),
    reply TEXT NULL,
    change_made TEXT NULL,
    assigned_to TEXT NULL REFERENCES account (account_id),
    due_on TEXT NULL,
    set_by TEXT NULL,
    set_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (comment_no)
);

-- The stemmed words of the current comments, without those that carry no subject, for search. weight is how much the comment
-- is about the word, 1 to 1000: so that ranking reads nothing but this.
CREATE TABLE comment_term (
    consultation_no INTEGER NOT NULL,
    term TEXT NOT NULL,
    comment_no INTEGER NOT NULL REFERENCES comment (comment_no),
    weight INTEGER NOT NULL,
    PRIMARY KEY (consultation_no, term, comment_no)
) WITHOUT ROWID;

CREATE INDEX ix_comment_term_comment_no ON comment_term (comment_no);
-- A compiled summary (remissammanställning). Once Done it never changes; its files are the snapshot.
CREATE TABLE summary (
    summary_id TEXT NOT NULL,
    consultation_id TEXT NOT NULL REFERENCES consultation (consultation_id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Queued', 'Running', 'Done', 'Failed')),
    options_json TEXT NOT NULL,
    is_draft INTEGER NOT NULL,
    progress REAL NOT NULL,
    stage_json TEXT NULL,
    failure_json TEXT NULL,
    requested_by TEXT NULL,
    requested_at TEXT NOT NULL,
    finished_at TEXT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (summary_id),
    UNIQUE (consultation_id, number)
);

CREATE TABLE summary_file (
    summary_id TEXT NOT NULL REFERENCES summary (summary_id),
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (summary_id, format)
);

-- The last link of each organisation's chain of audit entries.
CREATE TABLE audit_chain (
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation_id)
);

-- Who did what and when; each entry holds the hash of the one before.
CREATE TABLE audit_entry (
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NULL,
    subject_id TEXT NULL,
    consultation_id TEXT NULL,
    before_json TEXT NULL,
    after_json TEXT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
);

CREATE INDEX ix_audit_entry_consultation_id_sequence ON audit_entry (consultation_id, sequence);
-- Commands that were refused because the one who asked may not.
CREATE TABLE refused_command (
    refused_command_id TEXT NOT NULL,
    organisation_id TEXT NULL,
    at TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT COLLATE Finnish_Swedish_CI_AS NOT NULL,
    action TEXT NOT NULL,
    subject_id TEXT NULL,
    PRIMARY KEY (refused_command_id)
);

-- Work that outlives a request. distinct_key keeps the same work from waiting twice; a finished row's key is its own id.
CREATE TABLE work_item (
    work_item_id TEXT NOT NULL,
    organisation_id TEXT NULL,
    kind TEXT NOT NULL,
    distinct_key TEXT NOT NULL,
    payload_json TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Ready', 'Done', 'Parked', 'Dropped')),
    not_before TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    lease_owner TEXT NULL,
    lease_until TEXT NULL,
    progress REAL NOT NULL,
    last_error_json TEXT NULL,
    created_at TEXT NOT NULL,
    finished_at TEXT NULL,
    PRIMARY KEY (work_item_id),
    UNIQUE (kind, distinct_key)
);

CREATE INDEX ix_work_item_state_not_before ON work_item (state, not_before);
-- The outbox. A row in Sending whose worker died is Uncertain and is not sent again by itself.
CREATE TABLE mail (
    mail_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (organisation_id),
    consultation_id TEXT NULL REFERENCES consultation (consultation_id),
    invitation_id TEXT NULL REFERENCES invitation (invitation_id),
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    to_address TEXT NOT NULL,
    to_name TEXT COLLATE Finnish_Swedish_CI_AS NULL,
    subject TEXT NOT NULL,
    plain TEXT NOT NULL,
    html TEXT NULL,
    attachments_json TEXT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Queued', 'Sending', 'Sent', 'Refused', 'Uncertain', 'Bounced')),
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    sending_at TEXT NULL,
    sent_at TEXT NULL,
    bounced_at TEXT NULL,
    last_error_json TEXT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (mail_id),
    UNIQUE (message_id)
);

CREATE INDEX ix_mail_organisation_id_state ON mail (organisation_id, state);
CREATE INDEX ix_mail_invitation_id ON mail (invitation_id);
-- Keys that protect cookies, so that any node can read any cookie.
CREATE TABLE data_protection_key (
    friendly_name TEXT NOT NULL,
    key_xml TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (friendly_name)
);
