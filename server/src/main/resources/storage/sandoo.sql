-- Counters that one statement reads at each call: other nodes see by them that the registry or the rights have changed.
CREATE TABLE sandoo_counter (
    name varchar PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO sandoo_counter (name, value) VALUES ('registry', 1), ('access', 1)
;

-- Failed logins in a row by address, for the pause after too many of them.
CREATE TABLE sandoo_login_failure (
    address varchar PRIMARY KEY,
    failures int NOT NULL,
    last_failure timestamp NOT NULL
)
