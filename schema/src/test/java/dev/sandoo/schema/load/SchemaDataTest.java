package dev.sandoo.schema.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldDef.Function;
import dev.sandoo.schema.FieldDef.Literal;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.SqlConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped data says, and that it holds together. Source of the expectations: the facts read off real servers. */
class SchemaDataTest {
    private final Schema newest = SchemaLoader.load("19.0");
    private final Schema oldest = SchemaLoader.load("14.0");

    @Test
    void versionsAnswerAsTheirServersDo() {
        assertEquals("19.0", newest.version().serverVersion());
        assertEquals(List.of(14, 0, 0, "final", 0, ""), oldest.version().serverVersionInfo());
    }

    @Test
    void allModelsAreThere() {
        int own = SchemaLoader.ownModels().size();

        assertEquals(376, newest.models().size() - own);
        assertEquals(219, oldest.models().size() - own);
    }

    @Test
    void partnerNamesItself() {
        ModelDef partner = newest.models().get("res.partner");

        assertEquals("res_partner", partner.table());
        assertEquals("complete_name ASC, id DESC", partner.order());
        assertTrue(partner.recNamesSearch().contains("email"));
        assertTrue(partner.hasLog());
        assertTrue(partner.hasParent());
    }

    @Test
    void tablesNeedNotBeNamedAfterTheirModels() {
        assertEquals("ir_act_server", newest.models().get("ir.actions.server").table());
        assertEquals(
                ModelDef.Kind.TRANSIENT,
                newest.models().get("res.config.settings").kind());
        assertEquals(
                ModelDef.Kind.VIEW, newest.models().get("purchase.bill.union").kind());
    }

    @Test
    void manyToManyKnowsItsTable() {
        Relation tags = field(newest, "res.partner", "category_id").relation().orElseThrow();

        assertEquals(Optional.of("res_partner_res_partner_category_rel"), tags.table());
        assertEquals(Optional.of("partner_id"), tags.column());
        assertEquals(Optional.of("category_id"), tags.otherColumn());
    }

    @Test
    void requiredManyToOneIsRestricted() {
        assertEquals(
                OnDelete.RESTRICT,
                field(newest, "sale.order", "partner_id")
                        .relation()
                        .orElseThrow()
                        .onDelete());
    }

    @Test
    void digitsAreFixedNamedOrUnlimited() {
        assertEquals(
                Optional.of("Discount"),
                field(newest, "account.move.line", "discount").precisionName());
        assertEquals(
                Optional.of(new Digits(16, 12)),
                field(newest, "account.tax.repartition.line", "factor_percent").digits());
        assertEquals(
                Optional.of(Digits.UNLIMITED),
                field(newest, "res.currency.rate", "rate").digits());
        assertEquals(
                Optional.empty(),
                field(newest, "project.task", "allocated_hours").digits());
    }

    @Test
    void textIsTranslatedWholeOrByTerms() {
        assertEquals(
                Translation.WHOLE, field(newest, "product.template", "name").translation());
        assertEquals(
                Translation.TERMS, field(newest, "account.payment.term", "note").translation());
        assertEquals(Translation.NONE, field(newest, "res.partner", "name").translation());
    }

    @Test
    void companyDependentValueHasAColumnAlsoWhereOdooKeepsItElsewhere() {
        FieldDef newer = field(newest, "res.partner", "property_account_receivable_id");
        FieldDef older = field(oldest, "res.partner", "property_account_receivable_id");

        assertTrue(newer.companyDependent() && newer.stored() && newer.hasColumn());
        assertTrue(older.companyDependent() && !older.stored() && older.hasColumn());
        assertFalse(older.isComputed());
    }

    @Test
    void defaultIsAValueOrAFunction() {
        assertEquals(
                Optional.of(new Literal(true)),
                field(newest, "res.partner", "active").defaultValue());
        assertEquals(
                Optional.of(new Function("now")),
                field(newest, "sale.order", "date_order").defaultValue());
        assertEquals(Optional.empty(), field(newest, "res.partner", "lang").defaultValue());
    }

    @Test
    void referenceByNumberNamesTheFieldThatHoldsItsModel() {
        for (Schema schema : List.of(oldest, newest)) {
            assertEquals(
                    Optional.of("res_model"),
                    field(schema, "ir.attachment", "res_id").modelField());
            assertEquals(
                    Optional.of("model"),
                    field(schema, "mail.message", "res_id").modelField());
        }
    }

    @Test
    void messagesOfAThreadLeaveNotificationsOut() {
        Object domain = field(newest, "res.partner", "message_ids")
                .relation()
                .orElseThrow()
                .domain()
                .orElseThrow();

        assertEquals(List.of(List.of("message_type", "!=", "user_notification")), domain);
    }

    @Test
    void constraintsCarryTheirTablesName() {
        assertEquals(
                List.of(new SqlConstraint(
                        "res_users_login_key", "UNIQUE (login)", "You can not have two users with the same login !")),
                oldest.models().get("res.users").constraints());
        assertEquals(
                SqlConstraint.Kind.UNIQUE_INDEX,
                constraint(newest, "account.move", "account_move_unique_name").kind());
        assertEquals(
                "(res_model, res_id)",
                constraint(newest, "ir.attachment", "ir_attachment_res_idx").definition());
    }

    @Test
    void groupsOfOldUsersShowAsFields() {
        Map<String, Map<String, Object>> reified =
                oldest.models().get("res.users").reifiedFields();

        assertEquals("selection", reified.get("sel_groups_1_9_10").get("type"));
        assertEquals(Map.of(), newest.models().get("res.users").reifiedFields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void everythingAFieldNamesIsThere(String version) {
        Map<String, ModelDef> models = SchemaLoader.load(version).models();
        List<String> wrong = new ArrayList<>();

        models.forEach((name, model) -> model.fields().values().forEach(field -> {
            String place = name + "." + field.name();
            field.relation().ifPresent(relation -> wrong.addAll(faults(place, field, relation, models)));
            field.computation()
                    .flatMap(FieldDef.Computation::related)
                    .filter(path -> !leadsSomewhere(models, model, path))
                    .ifPresent(path -> wrong.add(place + " follows " + path));
            field.modelField()
                    .filter(other -> !model.fields().containsKey(other))
                    .ifPresent(other -> wrong.add(place + " has its model in " + other));
        }));

        assertEquals(List.of(), wrong);
    }

    private static List<String> faults(String place, FieldDef field, Relation relation, Map<String, ModelDef> models) {
        List<String> faults = new ArrayList<>();
        ModelDef comodel = models.get(relation.comodel());
        if (comodel == null) {
            return List.of(place + " points to " + relation.comodel());
        }
        relation.inverseName()
                .filter(inverse -> !comodel.fields().containsKey(inverse))
                .ifPresent(inverse -> faults.add(place + " comes back through " + inverse));
        if (field.stored()
                && field.type() == FieldType.ONE2MANY
                && relation.inverseName().isEmpty()) {
            faults.add(place + " has no way back");
        }
        if (field.stored()
                && field.type() == FieldType.MANY2MANY
                && relation.otherColumn().isEmpty()) {
            faults.add(place + " has no table");
        }
        return faults;
    }

    private static boolean leadsSomewhere(Map<String, ModelDef> models, ModelDef model, String path) {
        ModelDef at = model;
        FieldDef field = null;
        for (String name : path.split("\\.")) {
            field = at == null ? null : at.fields().get(name);
            if (field == null) {
                return false;
            }
            at = field.relation()
                    .map(relation -> models.get(relation.comodel()))
                    .orElse(null);
        }
        return field != null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void functionsOfDefaultsAreDescribedInThePackagesDocumentation(String version) throws IOException {
        String documentation = Files.readString(Path.of("src/main/java/dev/sandoo/schema/package-info.java"));
        List<String> undescribed = new ArrayList<>();

        for (ModelDef model : SchemaLoader.load(version).models().values()) {
            for (FieldDef field : model.fields().values()) {
                if (field.defaultValue().orElse(null) instanceof Function function
                        && !documentation.contains("<tr><td>" + function.name() + "<td>")) {
                    undescribed.add(model.name() + "." + field.name() + ": " + function.name());
                }
            }
        }

        assertEquals(List.of(), undescribed);
    }

    private static FieldDef field(Schema schema, String model, String name) {
        FieldDef field = schema.models().get(model).fields().get(name);
        assertNotNull(field, model + "." + name);
        return field;
    }

    private static SqlConstraint constraint(Schema schema, String model, String name) {
        return schema.models().get(model).constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
