package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.demo.DemoRecords;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.fault.FaultShelf;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.seed.SeedException;
import dev.sandoo.server.seed.SeedFile;
import dev.sandoo.server.seed.Seeds;
import dev.sandoo.server.stub.StubShelf;
import java.util.Optional;

/** What the settings want databases to hold from the start, and what else is put into them by the same means. */
final class StartContent {
    private static final String NAME_TAKEN = "42P04";

    private final EmulatorConfig config;
    private final Databases databases;
    private final CallPath calls;
    private final Credential superuser;
    private final Seeds seeds;
    private final StubShelf stubs;
    private final FaultShelf faults;
    private final StartDocuments documents;

    StartContent(EmulatorConfig config, OdooVersion version, Databases databases, CallPath calls, Authenticator users) {
        this.config = config;
        this.databases = databases;
        this.calls = calls;
        superuser = new Credential.Proof(users::superuser);
        seeds = new Seeds(calls.inside(), calls.ownMethods(), calls.models(), users);
        stubs = new StubShelf(version, calls.dispatcher(), calls.models(), users);
        faults = new FaultShelf(databases);
        documents = StartDocuments.read(config, databases, stubs, faults);
    }

    Seeds seeds() {
        return seeds;
    }

    StubShelf stubs() {
        return stubs;
    }

    FaultShelf faults() {
        return faults;
    }

    StartDocuments documents() {
        return documents;
    }

    /**
     * Makes the database that the settings name unless it exists, and stores the policies in it.
     *
     * @throws StartException when something outside is in the way; a database that was made is gone then
     */
    void provide() {
        databases.prepare();
        if (databases.open(config.database()).isPresent()) {
            documents.into(config.database());
        } else {
            create();
            fill();
            snapshot().ifPresent(snapshot -> databases.keep(config.database(), snapshot));
        }
        config.policies()
                .ifPresent(folder -> new PolicyFolder(folder, calls.inside(), superuser).store(config.database()));
    }

    private void create() {
        try {
            databases.create(config.database());
        } catch (DatabaseError e) {
            throw e.sqlState().equals(NAME_TAKEN) ? nameTaken(e) : e;
        }
    }

    /** Seeds may have records of models that stubs declare; resets go back to all of it. */
    private void fill() {
        try {
            documents.into(config.database());
            if (config.demo()) {
                new DemoRecords(calls.inside()).create(config.database());
            }
            config.seeds().ifPresent(place -> seeds.write(config.database(), SeedFile.in(place)));
        } catch (SeedException e) {
            databases.drop(config.database()); // the next start is to try again
            throw new StartException("the seeds cannot be written:\n" + e.getMessage(), e);
        } catch (StartException e) {
            databases.drop(config.database());
            throw e;
        }
    }

    /** The snapshot of what a database made at the start holds, if that is more than what any new one does. */
    Optional<String> snapshot() {
        return config.demo()
                        || config.seeds().isPresent()
                        || config.stubs().isPresent()
                        || config.faults().isPresent()
                ? Optional.of(config.database() + "-start")
                : Optional.empty();
    }

    private StartException nameTaken(DatabaseError cause) {
        String message =
                "PostgreSQL has a database %s already that is not Sandoo's for Odoo %s; choose another name with --db"
                        .formatted(config.database(), config.odooVersion());
        return new StartException(message, cause);
    }
}
