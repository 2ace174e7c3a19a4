package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.EmulatorServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The policies of samples/policies, each with a program that keeps within it and tries to go beyond. */
class PolicySamplesIT {
    @Nested
    class In19 extends BothVersions {
        In19() {
            super("19.0");
        }
    }

    @Nested
    class In14 extends BothVersions {
        In14() {
            super("14.0");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class BothVersions {
        private final String version;
        private EmulatorServer odoo;

        BothVersions(String version) {
            this.version = version;
        }

        @BeforeAll
        void start() {
            odoo = EmulatorServer.start(SampleServers.config(version).withPolicies(Path.of("policies")));
        }

        @AfterAll
        void stop() {
            odoo.close();
        }

        @Test
        void aFormCreatesLeadsAndTheAssistantWorksOnThem() throws Exception {
            assertEquals(
                    List.of(
                            "allowed: crm.lead.create",
                            "refused: crm.lead.create",
                            "refused: crm.lead.search_read",
                            "refused: res.partner.create"),
                    outcomes(run("website_form.py", key("website-form"))));
            assertTrue(lines("website-form").contains("ok website-form crm.lead.create"));
            assertTrue(lines("website-form").contains("refused website-form res.partner.create"));
            assertTrue(lines("website-form").contains("crm.lead email_from: False -> ada@example.com"));

            assertEquals(
                    List.of(
                            "allowed: product.product.search_read",
                            "allowed: crm.lead.write",
                            "allowed: crm.lead.message_post",
                            "refused: crm.lead.write",
                            "refused: crm.lead.unlink",
                            "refused: res.users.search_read"),
                    outcomes(run("ai_assistant.py", key("ai-assistant"))));
            assertTrue(lines("ai-assistant").contains("Wants an offer for ten."));
        }

        @Test
        void aWorkflowCommentsOnPartners() throws Exception {
            assertEquals(
                    List.of(
                            "allowed: res.partner.message_post",
                            "refused: res.partner.write",
                            "refused: res.partner.read"),
                    outcomes(run("partner_comments.py", key("partner-comments"))));
            assertTrue(lines("partner-comments").contains("ok partner-comments res.partner.message_post"));
        }

        @Test
        void aJobReadsAtNightOnly() throws Exception {
            String key = key("daily-statistics");
            String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(); // the key lives on today
            clock(Optional.of(day + "T02:30:00Z"));
            assertEquals(
                    List.of(
                            "allowed: sale.order.search_read",
                            "refused: sale.order.search_read",
                            "refused: res.partner.search_count"),
                    outcomes(run("daily_statistics.py", key)));

            clock(Optional.of(day + "T12:00:00Z"));
            assertTrue(
                    outcomes(run("daily_statistics.py", key)).stream().noneMatch(line -> line.startsWith("allowed")));
            clock(Optional.empty());
        }

        @Test
        void anImportRunsWhileItsKeyIsActive() throws Exception {
            String key = key("on-demand-import");
            run("key_state.py", "suspended", "on-demand-import");
            assertTrue(
                    outcomes(run("on_demand_import.py", key)).stream().noneMatch(line -> line.startsWith("allowed")));

            run("key_state.py", "active", "on-demand-import");
            assertEquals(
                    List.of("allowed: res.partner.load", "refused: sandoo.key.policy.search_read"),
                    outcomes(run("on_demand_import.py", key)));
            assertTrue(lines("on-demand-import").contains("ok on-demand-import res.partner.load"));
        }

        @Test
        void theFormInJava() {
            PrintStream before = System.out;
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
            try {
                PolicedForm.main(new String[] {odoo.url(), "demo", "admin", "admin"});
            } finally {
                System.setOut(before);
            }
            assertEquals(
                    List.of(
                            "Lead made",
                            "A revenue: ACCESS_ERROR",
                            "Reading: ACCESS_ERROR",
                            "ok create by website-form",
                            "refused create by website-form",
                            "refused read by website-form"),
                    told.toString(StandardCharsets.UTF_8).lines().toList());
        }

        private String key(String policy) throws Exception {
            return run("make_key.py", policy).strip();
        }

        private String lines(String key) throws Exception {
            return run("audit_lines.py", key);
        }

        /** What was called and how it ended, without the reasons. */
        private List<String> outcomes(String told) {
            return told.lines()
                    .map(line -> line.replaceFirst("^(refused: [^:]*):.*", "$1"))
                    .toList();
        }

        private String run(String script, String... arguments) throws IOException, InterruptedException {
            assumeTrue(Programs.has("python3"), "no python3 on this machine");
            List<String> command = new ArrayList<>(List.of("python3", "python/policies/" + script));
            command.addAll(List.of(arguments));
            command.addAll(List.of(odoo.url(), "demo"));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), told);
            return told;
        }

        /** Stops the database's clock at a time; by none it goes on as before. */
        private void clock(Optional<String> now) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(odoo.url() + "/_sandoo/databases/demo/clock"))
                    .header("Content-Type", "application/json");
            now.ifPresentOrElse(
                    time -> request.PUT(BodyPublishers.ofString("{\"now\": \"" + time + "\", \"frozen\": true}")),
                    request::DELETE);
            int status = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .statusCode();
            assertTrue(status < 300, () -> "status " + status);
        }
    }
}
