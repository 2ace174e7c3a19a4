package dev.sandoo.server;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for a class of tests about stubs, which has none when a test begins. */
final class StubbedDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private TestDatabase shared;
    private TestDatabase odoo;

    @Override
    public void beforeAll(ExtensionContext context) {
        shared = new TestDatabase("19.0");
        odoo = shared;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        odoo.control("DELETE", "stubs", "");
        if (odoo != shared) {
            odoo.close();
            odoo = shared;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        shared.close();
    }

    /** The test's database. */
    TestDatabase odoo() {
        return odoo;
    }

    /** For tests that leave more behind than stubs, or want another version. */
    void useFresh(String version) {
        odoo = new TestDatabase(version);
    }

    /** Loads a document as the file {@code stubs.yaml}. */
    JsonNode load(String yaml) {
        return odoo.control("POST", "stubs?source=stubs.yaml", yaml);
    }
}
