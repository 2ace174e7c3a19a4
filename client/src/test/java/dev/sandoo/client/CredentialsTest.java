package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void secretIsNotShown() {
        assertEquals("Credentials[database=demo, login=admin]", new Credentials("demo", "admin", "hidden").toString());
    }
}
