package dev.sandoo.samples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sandoo.client.OdooClient;
import dev.sandoo.server.junit5.SandooTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A test that fails shows the calls that it made. */
class FailingTestIT {
    /** Run from here only: its name is none that the build looks for. */
    @SandooTest
    static class OnPurpose {
        @Test
        void failsAfterACall(OdooClient odoo) {
            odoo.create("res.partner", Map.of("name", "Ada"));
            fail("on purpose");
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void callsOfAFailedTestArePrinted() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OnPurpose.class))
                .build();

        String told = errors(() -> LauncherFactory.create().execute(request, summary));

        assertEquals(1, summary.getSummary().getTestsFailedCount());
        assertTrue(told.contains("Calls of OnPurpose.failsAfterACall(OdooClient) on database test1:"), told);
        assertTrue(told.contains("admin res.partner.create({\"name\":\"Ada\"})"), told);
    }

    private static String errors(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }
}
