package dev.sandoo.server;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where an emulator's PostgreSQL is. */
public sealed interface PostgresPlace {
    /** An embedded PostgreSQL with full durability whose files stay in a folder, which is made when absent. */
    record InFolder(Path folder) implements PostgresPlace {
        public InFolder {
            Objects.requireNonNull(folder, "folder");
        }
    }

    /** An embedded PostgreSQL that is gone when the emulator stops; nothing waits for the disk. */
    record Ephemeral() implements PostgresPlace {}

    /**
     * A PostgreSQL server that runs already. The user must be allowed to create databases.
     *
     * @param url {@code jdbc:postgresql://host:port/database?parameters}; the database is the one to connect to first
     * @param user absent when the address names one, or when it is the user running this
     */
    record External(String url, Optional<String> user, Optional<String> password) implements PostgresPlace {
        public External {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /** Tells no password, which may stand in the address too. */
        @Override
        public String toString() {
            return "External[user=" + user.orElse("") + "]";
        }
    }
}
