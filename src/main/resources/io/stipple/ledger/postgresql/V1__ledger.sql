-- No foreign keys and no checks of hashes: what they would forbid is for Ledger.faults() to name.
CREATE TABLE ledger_entry (
    seq             BIGINT PRIMARY KEY,
    at              TEXT NOT NULL,
    kind            TEXT NOT NULL,
    detail_sha256   TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    entry_sha256    TEXT NOT NULL
);

-- Apart from the chain, so that it can be deleted when a client is to be forgotten.
-- Subjects sort by their bytes, as in SQLite, whatever the server's language.
CREATE TABLE ledger_detail (
    seq      BIGINT PRIMARY KEY,
    subject  TEXT COLLATE "C" NOT NULL,
    identity TEXT NOT NULL,
    salt     TEXT NOT NULL,
    detail   TEXT NOT NULL
);

CREATE INDEX ledger_detail_of_subject ON ledger_detail (subject, seq);

CREATE TABLE known_file (
    subject     TEXT COLLATE "C" NOT NULL,
    path        TEXT COLLATE "C" NOT NULL,
    size_bytes  BIGINT NOT NULL,
    modified_ns BIGINT NOT NULL,
    sha256      TEXT NOT NULL,
    PRIMARY KEY (subject, path)
);
