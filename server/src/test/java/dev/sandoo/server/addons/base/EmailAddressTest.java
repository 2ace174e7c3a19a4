package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void addressIsTakenOutOfItsBracketsAndLowered() {
        assertEquals(Optional.of("tom@example.com"), EmailAddress.normalize("Tom <TOM@Example.com>"));
    }

    @Test
    void severalAddressesAreNone() {
        assertEquals(Optional.empty(), EmailAddress.normalize("a@example.com, b@example.com"));
    }

    @Test
    void textWithoutAddressIsNone() {
        assertEquals(Optional.empty(), EmailAddress.normalize("call me"));
    }
}
