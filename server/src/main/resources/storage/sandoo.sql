-- Counters that one statement reads at each call: other nodes see by them that the registry or the rights have changed.
CREATE TABLE sandoo_counter (
    name varchar PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO sandoo_counter (name, value) VALUES ('registry', 1), ('access', 1), ('account', 1), ('stub', 0), ('fault', 0)
;

-- The database's clock: so far ahead of PostgreSQL's, or standing still at a time in UTC. No row: PostgreSQL's.
CREATE TABLE sandoo_clock (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    ahead interval,
    frozen timestamp,
    CHECK ((ahead IS NULL) <> (frozen IS NULL))
)
;

-- Models of the user's own modules, and what these add to others, as documents in the form of the schema's data.
CREATE TABLE sandoo_model (
    name varchar PRIMARY KEY,
    document text NOT NULL
)
;

-- Stubs in the order of use: later loads first, those of one load as they were written.
CREATE TABLE sandoo_stub (
    id serial PRIMARY KEY,
    name varchar UNIQUE,
    load int NOT NULL,
    document text NOT NULL,
    answered int NOT NULL DEFAULT 0
)
;

-- The states of the stubs' scenarios; those that are still in their first have no row.
CREATE TABLE sandoo_scenario (
    name varchar PRIMARY KEY,
    state varchar NOT NULL
)
;

-- Faults in the order of use: later loads first, those of one load as they were written.
CREATE TABLE sandoo_fault (
    id serial PRIMARY KEY,
    name varchar UNIQUE,
    load int NOT NULL,
    document text NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    struck bigint NOT NULL DEFAULT 0
)
;

-- Failed logins in a row by address, for the pause after too many of them.
CREATE TABLE sandoo_login_failure (
    address varchar PRIMARY KEY,
    failures int NOT NULL,
    last_failure timestamp NOT NULL
)

;

-- How often something was tried that may be tried only so often, in the window that began at "since".
CREATE TABLE sandoo_rate (
    action varchar NOT NULL,
    subject varchar NOT NULL,
    since timestamp NOT NULL,
    taken int NOT NULL,
    PRIMARY KEY (action, subject)
)

;

-- Web sessions that are logged in, or wait for the second factor. The cookie itself is not kept.
CREATE TABLE sandoo_session (
    id serial PRIMARY KEY,
    digest varchar NOT NULL UNIQUE,
    uid int NOT NULL,
    pending boolean NOT NULL,
    proof varchar NOT NULL,
    created timestamp NOT NULL,
    used timestamp NOT NULL,
    identity_proved timestamp
);
CREATE INDEX sandoo_session_used ON sandoo_session (used)
;

-- How often keys with a rate or quota were used, in sixty parts of its period and the one at hand: a ring.
CREATE TABLE sandoo_key_calls (
    key_id int NOT NULL,
    what varchar NOT NULL,
    part bigint NOT NULL,
    calls int[] NOT NULL,
    PRIMARY KEY (key_id, what)
)
;

-- Counts a call unless as many were made as may be. Calls at once queue for the row.
CREATE FUNCTION sandoo_count_call(_key int, _what varchar, _most int, _part bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    used sandoo_key_calls;
    at bigint;
BEGIN
    INSERT INTO sandoo_key_calls VALUES (_key, _what, _part, array_fill(0, ARRAY[61])) ON CONFLICT DO NOTHING;
    SELECT * INTO used FROM sandoo_key_calls WHERE key_id = _key AND what = _what FOR UPDATE;
    IF abs(_part - used.part) > 60 THEN
        used.calls := array_fill(0, ARRAY[61]);
        used.part := _part;
    END IF;
    FOR at IN used.part + 1 .. _part LOOP
        used.calls[1 + at % 61] := 0;
    END LOOP;
    used.part := greatest(used.part, _part);
    IF (SELECT sum(one) FROM unnest(used.calls) one) >= _most THEN
        RETURN false;
    END IF;
    used.calls[1 + used.part % 61] := used.calls[1 + used.part % 61] + 1;
    UPDATE sandoo_key_calls SET part = used.part, calls = used.calls WHERE key_id = _key AND what = _what;
    RETURN true;
END
$$
;

-- Tokens that stand for API keys for a while.
CREATE TABLE sandoo_access_token (
    digest varchar PRIMARY KEY,
    uid int NOT NULL,
    key_id int NOT NULL,
    expires timestamp NOT NULL
)
