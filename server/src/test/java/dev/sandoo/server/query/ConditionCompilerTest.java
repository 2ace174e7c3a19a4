package dev.sandoo.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions are in SQL, and what is bound. That they find what Odoo finds was compared with real servers. */
class ConditionCompilerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "[[\"ref\",\"=\",\"a\"]] @ p.ref = ? @ a",
                "[[\"ref\",\"=\",false]] @ (p.ref = ? OR p.ref IS NULL) @ ``",
                "[[\"ref\",\"!=\",\"a\"]] @ (p.ref <> ? OR p.ref IS NULL) @ a",
                "[[\"ref\",\"in\",[\"a\",\"b\"]]] @ p.ref = ANY(?) @ text[a, b]",
                "[[\"ref\",\"in\",[\"a\",false]]] @ (p.ref = ANY(?) OR p.ref IS NULL) @ text[a, ]",
                "[[\"ref\",\"not in\",[\"a\",false]]] @ p.ref <> ALL(?) @ text[a, ]",
                "[[\"ref\",\"ilike\",\"a\"]] @ p.ref ILIKE ? @ %a%",
                "[[\"ref\",\"not like\",\"a\"]] @ (p.ref NOT LIKE ? OR p.ref IS NULL) @ %a%",
                "[[\"ref\",\"=like\",\"a%\"]] @ p.ref LIKE ? @ a%",
                "[[\"ref\",\"<\",\"b\"]] @ (p.ref < ? OR p.ref IS NULL) @ b",
                "[[\"color\",\"=\",\"5\"]] @ p.color = ? @ 5",
                "[[\"color\",\"=\",0]] @ (p.color = ? OR p.color IS NULL) @ 0",
                "[[\"color\",\">\",1]] @ p.color > ? @ 1",
                "[[\"color\",\"like\",1]] @ p.color::text LIKE ? @ %1%",
                "[[\"is_company\",\"=\",true]] @ p.is_company IS TRUE @ ``",
                "[[\"is_company\",\"!=\",true]] @ p.is_company IS NOT TRUE @ ``",
                "[[\"country_id\",\"=\",20]] @ p.country_id = ? @ 20",
                "[[\"country_id\",\"=\",false]] @ p.country_id IS NULL @ ``",
                "[[\"country_id\",\"!=\",20]] @ (p.country_id <> ? OR p.country_id IS NULL) @ 20",
                "[[\"id\",\"in\",[1,2]]] @ p.id = ANY(?) @ int4[1, 2]",
                "[[\"barcode\",\"=\",\"x\"]] @ (p.barcode->>?) = ? @ 1 x",
                "[\"!\",[\"color\",\"<\",2]] @ ((p.color < ? OR p.color IS NULL)) IS NOT TRUE @ 2",
                "[\"|\",[\"ref\",\"=\",\"a\"],[\"color\",\"=\",1]] @ (p.ref = ? OR p.color = ?) @ a 1",
                "[[\"id\",\"in\",[]],[\"ref\",\"=\",\"a\"]] @ FALSE @ ``",
                "[[\"ref\",\"like\",\"\"]] @ TRUE @ ``",
            })
    void domainObjectsBecomeSql(String domain, String text, String parameters) {
        assertCompiles("19.0", domain, text, parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "[[\"ref\",\"=\",false]] @ p.ref IS NULL @ ``",
                "[[\"ref\",\"=\",\"\"]] @ p.ref = ? @ ``",
                "[[\"ref\",\"!=\",\"\"]] @ p.ref <> ? @ ``",
                "[[\"ref\",\"!=\",\"a\"]] @ (p.ref <> ? OR p.ref IS NULL) @ a",
                "[[\"ref\",\"in\",[0,\"a\"]]] @ (p.ref = ANY(?) OR p.ref IS NULL) @ text[a]",
                "[[\"ref\",\"like\",\"\"]] @ (p.ref LIKE ? OR p.ref IS NULL) @ %%",
                "[\"!\",[\"ref\",\"<\",\"b\"]] @ p.ref >= ? @ b",
                "[\"!\",[\"ref\",\"=like\",\"b\"]] @ NOT (p.ref LIKE ?) @ b",
                "[[\"is_company\",\"=\",null]] @ p.is_company IS NULL @ ``",
                "[[\"date\",\"=\",\"2024-1-31\"]] @ p.date = CAST(? AS date) @ 2024-1-31",
                "[[\"create_date\",\"<=\",\"2024-01-31\"]] @ p.create_date <= CAST(? AS timestamp) @ `2024-01-31 23:59:59`",
            })
    void leavesBecomeSql(String domain, String text, String parameters) {
        assertCompiles("14.0", domain, text, parameters);
    }

    @Test
    void aPathLooksForARecordAndItsOppositeForNone() {
        SqlFragment found = compile(FakeContext.of("19.0"), "[[\"parent_id.ref\",\"=\",\"BE\"]]");
        SqlFragment none = compile(FakeContext.of("19.0"), "[\"!\",[\"parent_id.ref\",\"=\",\"BE\"]]");

        String exists = "EXISTS (SELECT FROM \"res_partner\" \"res_partner_1\" WHERE (\"res_partner_1\".\"id\" = "
                + "\"res_partner\".\"parent_id\" AND \"res_partner_1\".\"ref\" = ?))";
        assertEquals(SqlFragment.of(exists, "BE"), found);
        assertEquals(SqlFragment.of("NOT " + exists, "BE"), none);
    }

    @Test
    void aPathThroughAColumnWithoutIndexLetsPostgresqlGuessNothing() {
        SqlFragment found = compile(FakeContext.of("19.0"), "[[\"country_id.code\",\"=\",\"BE\"]]");
        SqlFragment none = compile(FakeContext.of("19.0"), "[\"!\",[\"country_id.code\",\"=\",\"BE\"]]");

        String in = "\"res_partner\".\"country_id\" IN (SELECT \"res_country_1\".\"id\" FROM \"res_country\" "
                + "\"res_country_1\" WHERE \"res_country_1\".\"code\" = ? OFFSET 0)";
        assertEquals(SqlFragment.of(in, "BE"), found);
        assertEquals(SqlFragment.of("(" + in + ") IS NOT TRUE", "BE"), none);
    }

    @Test
    void archivedTagsAndThoseTheCallerMayNotSeeAreNotFoundByName() {
        FakeContext context =
                FakeContext.of("19.0").withRule("res.partner.category", Condition.term("color", Operator.EQUALS, 3));

        String text = compile(context, "[[\"category_id.name\",\"=\",\"Red\"]]").text();

        assertTrue(text.contains("\"res_partner_category_1\".\"active\" IS TRUE"), text);
        assertTrue(text.contains("\"res_partner_category_1\".\"color\" = ?"), text);
    }

    @Test
    void tagsNamedByIdAreFoundWhateverTheRules() {
        FakeContext context = FakeContext.of("19.0").withRule("res.partner.category", Condition.FALSE);

        String text = compile(context, "[[\"category_id\",\"in\",[1]]]").text();

        assertEquals(
                "EXISTS (SELECT FROM \"res_partner_res_partner_category_rel\" \"res_partner_res_partner_category_rel_1\""
                        + " WHERE (\"res_partner_res_partner_category_rel_1\".\"partner_id\" = \"res_partner\".\"id\""
                        + " AND \"res_partner_res_partner_category_rel_1\".\"category_id\" = ANY(?)))",
                text);
    }

    @Test
    void aTranslatedNameFallsBackToEnglish() {
        FakeContext context = FakeContext.of("19.0").withLang("fr_FR");
        Condition condition = Condition.term("name", Operator.EQUALS, "Pain");

        SqlFragment sql = new ConditionCompiler(context)
                .compile(condition, context.model("res.partner.category").orElseThrow(), "c");

        assertEquals(
                SqlFragment.of("COALESCE(\"c\".\"name\"->>?, \"c\".\"name\"->>'en_US') = ?", "fr_FR", "Pain"), sql);
    }

    @Test
    void aDayIsTheCallersDayOnlyWithDomainObjects() {
        String domain = "[[\"create_date\",\"<\",\"2024-01-31\"]]";

        List<Object> modern = compile(FakeContext.of("19.0").withTimeZone("America/New_York"), domain)
                .parameters();
        List<Object> classic = compile(FakeContext.of("14.0").withTimeZone("America/New_York"), domain)
                .parameters();

        assertEquals("[2024-01-31T05:00]", modern.toString());
        assertEquals("[2024-01-31 00:00:00]", classic.toString());
    }

    @Test
    void aSearchLeavesArchivedRecordsOutUnlessTheDomainSpeaksOfThem() {
        assertTrue(search("[[\"ref\",\"=\",\"a\"]]").contains("\"active\" IS TRUE"));
        assertEquals("\"res_partner\".\"active\" IS NOT TRUE", search("[[\"active\",\"=\",false]]"));
        assertTrue(search("[[\"child_ids.active\",\"=\",true]]").endsWith("\"res_partner\".\"active\" IS TRUE)"));
    }

    @Test
    void longDomainsAndLongListsCompileAtOnce() {
        List<Object> domain = new ArrayList<>(Collections.nCopies(999, "|"));
        IntStream.range(0, 1_000).forEach(i -> domain.add(List.of("ref", "=", "r" + i)));
        List<Integer> ids = IntStream.rangeClosed(1, 50_000).boxed().toList();

        assertTimeout(Duration.ofSeconds(5), () -> {
            assertEquals(
                    1_000, compile(FakeContext.of("19.0"), domain).parameters().size());
            assertEquals(
                    1,
                    compile(FakeContext.of("19.0"), List.of(List.of("id", "in", ids)))
                            .parameters()
                            .size());
        });
    }

    private static String search(String domain) {
        FakeContext context = FakeContext.of("19.0");
        return new ConditionCompiler(context)
                .compileSearch(
                        DomainParser.of(context.version()).parse(json(domain)),
                        context.model("res.partner").orElseThrow(),
                        "res_partner")
                .text();
    }

    private static void assertCompiles(String version, String domain, String text, String parameters) {
        SqlFragment sql = compile(FakeContext.of(version), domain);

        assertEquals(text, sql.text().replace("\"res_partner\"", "p").replace("\"", ""));
        assertEquals(
                parameters == null ? "" : parameters,
                sql.parameters().stream().map(ConditionCompilerTest::shown).collect(Collectors.joining(" ")));
    }

    private static String shown(Object parameter) {
        return parameter instanceof SqlArray array
                ? array.elementType() + Arrays.toString(array.elements())
                : parameter.toString();
    }

    private static SqlFragment compile(FakeContext context, String domain) {
        return compile(context, json(domain));
    }

    private static SqlFragment compile(FakeContext context, Object domain) {
        return new ConditionCompiler(context)
                .compile(
                        DomainParser.of(context.version()).parse(domain),
                        context.model("res.partner").orElseThrow(),
                        "res_partner");
    }

    private static Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
