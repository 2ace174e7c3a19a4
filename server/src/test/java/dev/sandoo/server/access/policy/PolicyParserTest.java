package dev.sandoo.server.access.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.DocumentProblem;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyParserTest {
    private static final Vocabulary WORLD = new Vocabulary() {
        private final DomainParser domains = DomainParser.of(SchemaLoader.version("19.0"));

        @Override
        public Collection<String> models() {
            return List.of("crm.lead", "res.partner", "res.users", "sandoo.call", "ir.rule");
        }

        @Override
        public Collection<String> fields(String model) {
            return List.of("id", "name", "phone", "team_id");
        }

        @Override
        public Collection<String> methods(String model) {
            return List.of(
                    "create", "read", "search_read", "write", "message_post", "action_set_won", "api_key_wizard");
        }

        @Override
        public Collection<String> groups() {
            return List.of("base.group_user", "base.group_system");
        }

        @Override
        public Collection<String> roles() {
            return List.of("Seller");
        }

        @Override
        public Condition domain(String model, List<?> domain) {
            return domains.parse(domain);
        }
    };

    @Test
    void readsEveryDimension() {
        Policy policy = PolicyParser.parse("""
                name: website-form
                mode: dry-run
                models:
                  crm.lead: {methods: [create, action_*], fields: [name, phone], returns: [id, name],
                             records: [["team_id", "=", 2]]}
                  res.partner: [read]
                role: [base.group_user]
                addresses: [203.0.113.0/24, "2001:db8::/32"]
                hours: {timezone: Europe/Amsterdam, days: [mon, fri], from: "06:00", to: "20:00"}
                rate: {calls: 60, per: 1m}
                quota: {calls: 1000, per: 1d}
                protocols: [xmlrpc, json2]
                expires: 2027-01-31
                """, WORLD);

        assertEquals(Optional.of("website-form"), policy.name());
        assertEquals(Policy.Mode.DRY_RUN, policy.mode());
        ModelGrant lead = policy.grant("crm.lead").orElseThrow();
        assertTrue(lead.methods().match("action_set_won"));
        assertFalse(lead.methods().match("write"));
        assertTrue(lead.fields().orElseThrow().listed("phone"));
        assertFalse(lead.returns().orElseThrow().match("phone"));
        assertEquals(Optional.of(List.of(List.of("team_id", "=", 2))), lead.records());
        assertEquals(4, lead.line());
        assertTrue(policy.grant("res.partner").isPresent());
        assertTrue(policy.grant("res.users").isEmpty());
        assertEquals(
                new RoleLimit(List.of("base.group_user"), Optional.empty()),
                policy.role().orElseThrow());
        assertEquals(2, policy.addresses().size());
        assertEquals(
                new Hours(
                        ZoneId.of("Europe/Amsterdam"),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(6, 0),
                        LocalTime.of(20, 0)),
                policy.hours().orElseThrow());
        assertEquals(
                List.of(new Limit("rate", 60, Duration.ofMinutes(1)), new Limit("quota", 1000, Duration.ofDays(1))),
                policy.limits());
        assertEquals(Set.of("xmlrpc", "json2"), policy.protocols());
        assertEquals(Optional.of(Instant.parse("2027-02-01T00:00:00Z")), policy.expires());
    }

    @Test
    void readsJsonAsWell() {
        Policy policy = PolicyParser.parse("{\n\t\"models\": {\"crm.lead\": {\"methods\": [\"read\"]}}}", WORLD);

        assertTrue(policy.grant("crm.lead").isPresent());
    }

    @Test
    void opensNothingSensitiveByGlob() {
        Policy policy = PolicyParser.parse("models: {\"*\": [\"*\"]}", WORLD);

        assertTrue(policy.grant("crm.lead").isPresent());
        assertTrue(policy.grant("ir.attachment").isPresent());
        for (String model : List.of("ir.rule", "res.users", "res.groups", "sandoo.call", "res.users.apikeys")) {
            assertTrue(policy.grant(model).isEmpty(), model);
        }
    }

    @Test
    void opensAllThatIsNotSensitiveWhenItNamesNoModels() {
        Policy policy = PolicyParser.parse("rate: {calls: 1, per: 1s}", WORLD);

        assertTrue(policy.grant("crm.lead").isPresent());
        assertTrue(policy.grant("ir.rule").isEmpty());
        assertTrue(policy.grant("sandoo.key.policy").isEmpty());
    }

    @Test
    void readsARuleForRecords() {
        Policy policy = PolicyParser.parse(
                "models:\n  crm.lead: {methods: [read], records: \"[('user_id', '=', user.id)]\"}", WORLD);

        assertEquals(
                Optional.of("[('user_id', '=', user.id)]"),
                policy.grant("crm.lead").orElseThrow().records());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nam: x | line 1, nam: is unknown; did you mean name?",
                "mode: dryrun | line 1, mode: must be one of enforce, dry-run; did you mean dry-run?",
                "models: | line 1, models: is empty, which opens nothing; leave the key out to open all that is not sensitive",
                "models: [crm.lead] | line 1, models: must be a table of names and values",
                "models: {crm.lead: } | line 1, models.crm.lead: must be a list of methods, such as [read, write]",
                "models: {crm.laed: [read]} | line 1, models.crm.laed: there is no model crm.laed; did you mean crm.lead?",
                "models: {crm.lead: [raed]} | line 1, models.crm.lead[0]: crm.lead has no method raed; did you mean read?",
                "models: {crm.lead: [_x]} | line 1, models.crm.lead[0]: _x is private, and nobody calls it",
                "models: {crm.lead: {}} | line 1, models.crm.lead: needs methods",
                "models: {crm.lead: []} | line 1, models.crm.lead: is empty, which opens nothing; leave the model out",
                "models: {crm.lead: {methods: [read], fields: [nmae]}} | line 1, models.crm.lead.fields[0]: crm.lead has no field nmae; did you mean name?",
                "models: {crm.lead: {methods: [read], returns: [fone]}} | line 1, models.crm.lead.returns[0]: crm.lead has no field fone; did you mean phone?",
                "models: {crm.lead: {methods: [read], records: 1}} | line 1, models.crm.lead.records: must be a domain, such as [[\"team_id\", \"=\", 2]]",
                "models: {crm.lead: {methods: [read], records: [[\"tim_id\", \"=\", 2]]}} | line 1, models.crm.lead.records: crm.lead has no field tim_id; did you mean team_id?",
                "models: {crm.lead: {methods: [read], record: []}} | line 1, models.crm.lead.record: is unknown; did you mean records?",
                "models: {sandoo.call: [read]} | line 1, models.sandoo.call: no policy opens sandoo.call, which would let a key widen itself",
                "models: {res.users: [api_key_wizard]} | line 1, models.res.users[0]: no policy opens api_key_wizard, which would let a key widen itself",
                "role: [base.group_usr] | line 1, role[0]: there is no group base.group_usr; did you mean base.group_user?",
                "role: Sellr | line 1, role: there is no role Sellr; did you mean Seller?",
                "role: base.group_user | line 1, role: there is no role base.group_user; a group stands in brackets: [base.group_user]",
                "addresses: [10.0.0.1/8] | line 1, addresses[0]: 10.0.0.1/8 has bits behind its prefix; write 10.0.0.0/8",
                "addresses: [10.0.0/8] | line 1, addresses[0]: 10.0.0/8 is no address; write it as 203.0.113.0/24 or 2001:db8::/32",
                "addresses: [10.0.0.0/33] | line 1, addresses[0]: 10.0.0.0/33 must end in a prefix length of 0 to 32",
                "addresses: [localhost] | line 1, addresses[0]: localhost is no address; write it as 203.0.113.0/24 or 2001:db8::/32",
                "addresses: [] | line 1, addresses: is empty; leave the key out to allow any",
                "hours: {timezone: Europe/Amsterdm} | line 1, hours.timezone: there is no time zone Europe/Amsterdm; did you mean Europe/Amsterdam?",
                "hours: {days: [mon]} | line 1, hours: needs timezone",
                "hours: {timezone: UTC, days: [monday]} | line 1, hours.days[0]: there is no day monday; did you mean mon?",
                "hours: {timezone: UTC, days: [funday]} | line 1, hours.days[0]: there is no day funday; there are mon, tue, wed, thu, fri, sat, sun",
                "hours: {timezone: UTC, from: 6, to: \"20:00\"} | line 1, hours.from: must be a time such as \"06:00\", in quotes",
                "rate: {calls: 0, per: 1m} | line 1, rate.calls: must be a whole number from 1 to 100000000",
                "rate: {calls: 5, per: 1 minute} | line 1, rate.per: must be a length of time, such as 200ms, 5s, 2m or 1h",
                "rate: {calls: 5, per: 500d} | line 1, rate.per: must be at least a second and at most a year",
                "rate: {calls: 5, per: 10ms} | line 1, rate.per: must be at least a second and at most a year",
                "quota: {calls: 5} | line 1, quota: needs per",
                "protocols: [xml-rpc] | line 1, protocols[0]: there is no protocol xml-rpc; did you mean xmlrpc?",
                "protocols: [] | line 1, protocols: is empty; leave the key out to allow any",
                "expires: tomorrow | line 1, expires: must be a day or a moment in UTC, such as 2027-01-31 or 2027-01-31T18:00:00Z",
                "[read] | line 1: a policy is keys and values, such as name: and models:",
            })
    void saysWhatIsWrongAndWhatWasMeant(String document, String message) {
        BadDocumentException wrong =
                assertThrows(BadDocumentException.class, () -> PolicyParser.parse(document, WORLD));

        assertEquals(message, wrong.getMessage());
    }

    @Test
    void tellsAllProblemsWithTheirLines() {
        BadDocumentException wrong = assertThrows(BadDocumentException.class, () -> PolicyParser.parse("""
                name: x
                models:
                  crm.lead:
                    methods: [read]
                    fields:
                      - name
                      - phon
                hours:
                  timezone: Mars
                protocols: [smoke]
                """, WORLD));

        assertEquals(
                List.of(7, 9, 10),
                wrong.problems().stream().map(DocumentProblem::line).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'name: a\nname: b', 'line 2, name: is there twice'",
        "'name: a\n---\nname: b', 'line 3: another document begins here'",
        "'rate: &r {calls: 1, per: 1s}\nquota: *r', 'line 2: has an alias; write the value out'",
        "'', 'line 1: a policy is keys and values, such as name: and models:'"
    })
    void refusesWhatIsNoPlainDocument(String document, String message) {
        BadDocumentException wrong = assertThrows(BadDocumentException.class, () -> PolicyParser.parseStored(document));

        assertEquals(message, wrong.getMessage());
    }

    @Test
    void saysOnWhichLineADocumentBreaks() {
        BadDocumentException wrong =
                assertThrows(BadDocumentException.class, () -> PolicyParser.parseStored("name: a\nmodels: [\n  x: }"));

        assertEquals(3, wrong.problems().get(0).line());
    }

    @Test
    void readsWhatWasStoredWhateverTheDatabaseHasNow() {
        Policy policy = PolicyParser.parseStored("models: {gone.model: {methods: [read], fields: [gone]}}");

        assertEquals(
                Map.of("gone.model", 1),
                Map.of("gone.model", policy.models().orElseThrow().size()));
    }
}
