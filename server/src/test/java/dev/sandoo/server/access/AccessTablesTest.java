package dev.sandoo.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTablesTest {
    private final AccessTables tables = TestAccess.tables();
    private final Caller sales = TestAccess.caller(5, TestAccess.SALES);
    private final Caller system = TestAccess.caller(2, TestAccess.SYSTEM);
    private final Caller portal = TestAccess.caller(6, TestAccess.PORTAL);

    @Test
    void rightOfOneGroupIsEnough() {
        assertTrue(tables.allows(sales, "crm.lead", Operation.READ));
        assertFalse(tables.allows(sales, "crm.lead", Operation.UNLINK));
        assertTrue(tables.allows(system, "crm.lead", Operation.UNLINK));
    }

    @Test
    void rightWithoutGroupIsEveryones() {
        assertTrue(tables.allows(portal, "res.lang", Operation.READ));
        assertFalse(tables.allows(portal, "res.lang", Operation.WRITE));
    }

    @Test
    void modelWithoutRightsIsTheSuperusersAlone() {
        assertFalse(tables.allows(system, "ir.secret", Operation.READ));
        assertTrue(tables.allows(TestAccess.caller(Caller.SUPERUSER_ID), "ir.secret", Operation.READ));
    }

    @Test
    void impliedGroupsAreReachedThroughOthers() {
        assertEquals(
                Set.of(TestAccess.SYSTEM, TestAccess.SALES, TestAccess.USER, TestAccess.TECHNICAL),
                tables.withImplied(List.of(TestAccess.SYSTEM)));
        assertTrue(system.isInGroup("base.group_user"));
        assertFalse(system.isInGroup("base.group_portal"));
        assertFalse(system.isInGroup("base.no_such_group"));
    }

    @Test
    void groupsThatImplyEachOtherEnd() {
        assertEquals(
                Map.of(1, Set.of(1, 2), 2, Set.of(1, 2)), AccessLoader.closure(Map.of(1, Set.of(2), 2, Set.of(1))));
    }

    @Test
    void rulesOfOtherGroupsAndOperationsHaveNoSay() {
        assertEquals(List.of(TestAccess.EVERYONE, TestAccess.OWN), tables.rules(sales, "crm.lead", Operation.READ));
        assertEquals(
                List.of(TestAccess.EVERYONE, TestAccess.OWN, TestAccess.ALL, TestAccess.ONLY_WRITE),
                tables.rules(system, "crm.lead", Operation.WRITE));
        assertEquals(List.of(TestAccess.EVERYONE), tables.rules(portal, "crm.lead", Operation.READ));
        assertEquals(List.of(), tables.rules(portal, "res.lang", Operation.READ));
    }

    @Test
    void superuserIsBoundByNoRule() {
        assertEquals(List.of(), tables.rules(TestAccess.caller(1), "crm.lead", Operation.READ));
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "sales.user, true",
        "base.group_portal, false",
        "'base.group_portal,base.group_user', true",
        "!base.group_portal, true",
        "!base.group_user, false",
        "'sales.user,!base.group_user', false",
        "'base.group_portal,!base.group_system', false",
        "., false",
        "base.group_no_one, false",
        "no.such, false"
    })
    void fieldIsKeptForItsGroups(String groups, boolean allowed) {
        List<String> names = groups.isEmpty() ? List.of() : List.of(groups.split(","));

        FieldDef field = FieldDef.builder("x", FieldType.CHAR).groups(names).build();

        assertEquals(allowed, tables.allows(sales, field));
    }

    @Test
    void callersRightsAndNameStayOutOfTheLog() {
        assertEquals("Caller[demo, uid=5]", sales.toString());
    }

    @Test
    void companiesAboveAreKnownUnlessOneOfThemIsNot() {
        assertEquals(Set.of(1, 2), tables.withCompaniesAbove(List.of(2)).orElseThrow());
        assertEquals(Set.of(1), tables.withCompaniesAbove(List.of(1)).orElseThrow());
        assertTrue(tables.withCompaniesAbove(List.of(1, 9)).isEmpty());
    }
}
