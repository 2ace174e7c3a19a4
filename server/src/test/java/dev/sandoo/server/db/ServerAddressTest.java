package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void textFormTellsNoSecret() {
        ServerAddress address = new ServerAddress(
                "jdbc:postgresql://db.example:5433/postgres?user=u&password=hidden",
                Optional.of("u"),
                Optional.of("secret"));

        assertEquals("jdbc:postgresql://db.example:5433/postgres", address.toString());
    }

    @Test
    void whatIsNoJdbcUrlIsRefusedWithoutRepeatingItsPassword() {
        StorageException refused = assertThrows(
                StorageException.class,
                () -> new ServerAddress("postgres://me:secret@host/db", Optional.empty(), Optional.empty()));

        assertFalse(refused.getMessage().contains("secret"));
    }
}
