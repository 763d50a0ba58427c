-- No foreign keys and no checks of hashes: what they would forbid is for Ledger.faults() to name.
CREATE TABLE ledger_entry (
    seq             INTEGER PRIMARY KEY,
    at              TEXT NOT NULL,
    kind            TEXT NOT NULL,
    detail_sha256   TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    entry_sha256    TEXT NOT NULL
) STRICT;

-- Apart from the chain, so that it can be deleted when a client is to be forgotten.
CREATE TABLE ledger_detail (
    seq      INTEGER PRIMARY KEY,
    subject  TEXT NOT NULL,
    identity TEXT NOT NULL,
    salt     TEXT NOT NULL,
    detail   TEXT NOT NULL
) STRICT;

CREATE INDEX ledger_detail_of_subject ON ledger_detail (subject, seq);

CREATE TABLE known_file (
    subject     TEXT NOT NULL,
    path        TEXT NOT NULL,
    size_bytes  INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    PRIMARY KEY (subject, path)
) STRICT, WITHOUT ROWID;
