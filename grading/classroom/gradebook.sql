-- The gradebook of a class, version 1: who handed in what, and what became of it under which conditions.
-- Nothing is ever overwritten but what the newest run says of a submission (`seen`, `place`): old grades stay as history.
-- Times are UTC in ISO 8601. Empty text stands for "not known" or "nothing to say".

PRAGMA user_version = 1;

-- One call of `class` or `regrade`.
CREATE TABLE run (
    id         INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    source     TEXT NOT NULL            -- the folder or archive of the class; empty for a regrade
) STRICT;

CREATE TABLE student (
    id       INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,             -- canvas, moodle, classroom or empty
    key      TEXT NOT NULL,             -- the platform's own id, else the folder's name
    name     TEXT NOT NULL,
    UNIQUE (platform, key)
) STRICT;

-- What was handed in, byte by byte, so that it can be graded again without the folder of the class.
CREATE TABLE file (
    digest  TEXT PRIMARY KEY,           -- SHA-256, hexadecimal
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES student,
    digest     TEXT NOT NULL,           -- SHA-256 of all that is judged
    source     TEXT NOT NULL,           -- where it was found, seen from the folder of the class
    handed_in  TEXT NOT NULL,
    fault      TEXT NOT NULL,           -- why nothing at all could be read
    seen       INTEGER NOT NULL REFERENCES run,  -- the last run that found it
    place      INTEGER NOT NULL,        -- its place in that run: of a student's submissions the last one counts
    UNIQUE (student_id, digest)
) STRICT;

CREATE TABLE submitted_file (
    submission_id INTEGER NOT NULL REFERENCES submission,
    exercise      TEXT NOT NULL,
    digest        TEXT REFERENCES file, -- null where the file could not be taken
    fault         TEXT NOT NULL,        -- why it could not
    PRIMARY KEY (submission_id, exercise)
) STRICT, WITHOUT ROWID;

-- Under what a verdict was reached.
CREATE TABLE conditions (
    id         INTEGER PRIMARY KEY,
    kit        TEXT NOT NULL,           -- the kit's version
    kit_digest TEXT NOT NULL,           -- SHA-256 of the files that decide: engine, suites, index
    settings   TEXT NOT NULL,           -- JSON: what the engine and the judge were told
    python     TEXT NOT NULL,
    isolation  TEXT NOT NULL,           -- what confined the submission
    UNIQUE (kit, kit_digest, settings, python, isolation)
) STRICT;

-- What one file of one exercise is worth. The same file gets the same verdict, whoever handed it in.
CREATE TABLE verdict (
    id            INTEGER PRIMARY KEY,
    exercise      TEXT NOT NULL,
    digest        TEXT NOT NULL,        -- of the file; where there is none, of the sentence that says why
    conditions_id INTEGER NOT NULL REFERENCES conditions,
    status        TEXT NOT NULL CHECK (status IN ('passed', 'failed', 'missing', 'invalid', 'grader_error')),
    message       TEXT NOT NULL,
    judged_at     TEXT NOT NULL,
    UNIQUE (exercise, digest, conditions_id)
) STRICT;

CREATE TABLE test_result (
    verdict_id  INTEGER NOT NULL REFERENCES verdict,
    position    INTEGER NOT NULL,       -- in the suite's order
    name        TEXT NOT NULL,
    world       TEXT NOT NULL CHECK (world IN ('model', 'live')),
    hidden      INTEGER NOT NULL,       -- 1: not in what the class got
    status      TEXT NOT NULL CHECK (status IN ('passed', 'failed', 'grader_error')),
    score       INTEGER NOT NULL CHECK (score BETWEEN 0 AND max_score),
    max_score   INTEGER NOT NULL,
    message     TEXT NOT NULL,
    search      TEXT,                   -- proved, bounded or sampled; null where nothing was searched
    schedules   INTEGER,                -- how many were executed
    preemptions INTEGER,                -- up to how many preemptions
    token       TEXT,                   -- replays the failing schedule
    seconds     REAL NOT NULL,
    PRIMARY KEY (verdict_id, position)
) STRICT, WITHOUT ROWID;

-- The verdict that a submission got for an exercise. The newest counts, the others are history.
CREATE TABLE grade (
    id            INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submission,
    exercise      TEXT NOT NULL,
    verdict_id    INTEGER NOT NULL REFERENCES verdict,
    run_id        INTEGER NOT NULL REFERENCES run,
    graded_at     TEXT NOT NULL,
    UNIQUE (submission_id, exercise, verdict_id)
) STRICT;

CREATE VIEW current_grade AS
    SELECT grade.* FROM grade
    WHERE id = (SELECT max(newer.id) FROM grade AS newer
                WHERE newer.submission_id = grade.submission_id AND newer.exercise = grade.exercise);

CREATE VIEW current_submission AS
    SELECT submission.* FROM submission
    WHERE id = (SELECT newer.id FROM submission AS newer
                WHERE newer.student_id = submission.student_id
                ORDER BY newer.seen DESC, newer.place DESC LIMIT 1);
