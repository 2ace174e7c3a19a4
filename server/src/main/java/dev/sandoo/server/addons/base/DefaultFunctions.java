package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The functions that the schema's {@code default_function} entries name. */
public final class DefaultFunctions implements Addon {

    @Override
    public void register(Behaviours.Builder behaviours) {
        times(behaviours);
        people(behaviours);
        companies(behaviours);
        tokens(behaviours);
    }

    private static void times(Behaviours.Builder behaviours) {
        behaviours
                .defaultFunction("now", (env, field) -> now(env, field))
                .defaultFunction("today", (env, field) -> env.today().toString())
                .defaultFunction(
                        "start_of_today", (env, field) -> moment(env.today().atStartOfDay()))
                .defaultFunction(
                        "start_of_year",
                        (env, field) -> env.today().withDayOfYear(1).toString())
                .defaultFunction(
                        "end_of_last_month",
                        (env, field) ->
                                env.today().withDayOfMonth(1).minusDays(1).toString())
                .defaultFunction("next_half_hour", (env, field) -> moment(nextHalfHour(env)))
                .defaultFunction(
                        "hour_after_next_half_hour",
                        (env, field) -> moment(nextHalfHour(env).plusHours(1)))
                .defaultFunction(
                        "context_timezone", (env, field) -> env.context().get("tz"))
                .defaultFunction(
                        "context_language", (env, field) -> env.context().get("lang"))
                .defaultFunction(
                        "timezone",
                        (env, field) ->
                                env.context().text("tz", env.caller().timeZone().orElse("UTC")));
    }

    private static void people(Behaviours.Builder behaviours) {
        behaviours
                .defaultFunction("user", (env, field) -> env.uid())
                .defaultFunction(
                        "assigned_user", (env, field) -> List.of(List.of(6, 0, List.of()), List.of(4, env.uid(), 0)))
                .defaultFunction("users", (env, field) -> set(List.of(env.uid())))
                .defaultFunction(
                        "user_partners",
                        (env, field) -> set(List.of(env.caller().partnerId())))
                .defaultFunction("default_user_groups", (env, field) -> set(userGroups(env)));
    }

    /** Those of the template that new users are made from; employees' when somebody has removed it. */
    private static List<Integer> userGroups(Environment env) {
        return env.sudo()
                .find("base.default_user")
                .map(template -> template.records("groups_id").ids())
                .or(() -> env.find("base.group_user").map(Records::ids))
                .orElse(List.of());
    }

    private static void companies(Behaviours.Builder behaviours) {
        behaviours
                .defaultFunction("company", (env, field) -> env.companyId())
                .defaultFunction("companies", (env, field) -> set(List.of(env.companyId())))
                .defaultFunction("company_currency", (env, field) -> ofCompany(env, "currency_id"))
                .defaultFunction("company_calendar", (env, field) -> ofCompany(env, "resource_calendar_id"))
                .defaultFunction("company_partner", (env, field) -> ofCompany(env, "partner_id"))
                .defaultFunction("company_country", (env, field) -> ofCompany(env, "partner_id.country_id"))
                .defaultFunction("company_countries", (env, field) -> asSet(ofCompany(env, "partner_id.country_id")))
                .defaultFunction("company_sale_taxes", (env, field) -> asSet(ofCompany(env, "account_sale_tax_id")))
                .defaultFunction(
                        "company_purchase_taxes", (env, field) -> asSet(ofCompany(env, "account_purchase_tax_id")))
                .defaultFunction("first_record", DefaultFunctions::first)
                .defaultFunction("sales_team", DefaultFunctions::first)
                .defaultFunction("stock_location", DefaultFunctions::stockLocation)
                .defaultFunction("receipt_operation_type", (env, field) -> typed(env, field, "code", "incoming"))
                .defaultFunction("invoice_journal", (env, field) -> typed(env, field, "type", "sale"))
                .defaultFunction(
                        "next_warehouse_name",
                        (env, field) -> "My Company - warehouse # "
                                + (env.sudo()
                                                .model("stock.warehouse")
                                                .search(Condition.TRUE)
                                                .size()
                                        + 1))
                .defaultFunction("next_reconcile_name", (env, field) -> next(env, "account.reconcile"))
                .defaultFunction("next_orderpoint_name", (env, field) -> next(env, "stock.orderpoint"));
    }

    private static void tokens(Behaviours.Builder behaviours) {
        behaviours
                .defaultFunction(
                        "random_color",
                        (env, field) -> ThreadLocalRandom.current().nextInt(1, 12))
                .defaultFunction("uuid", (env, field) -> UUID.randomUUID().toString())
                .defaultFunction(
                        "uuid_hex", (env, field) -> UUID.randomUUID().toString().replace("-", ""))
                .defaultFunction(
                        "short_token",
                        (env, field) -> UUID.randomUUID().toString().substring(0, 8));
    }

    private static Object now(Environment env, FieldDef field) {
        LocalDateTime now = env.now();
        return field.type() == FieldType.DATE ? now.toLocalDate().toString() : moment(now);
    }

    private static LocalDateTime nextHalfHour(Environment env) {
        LocalDateTime hour = env.now().truncatedTo(ChronoUnit.HOURS);
        return env.now().getMinute() < 30 ? hour.plusMinutes(30) : hour.plusHours(1);
    }

    private static String moment(LocalDateTime value) {
        return DatetimeText.of(value);
    }

    private static Object ofCompany(Environment env, String path) {
        int id = env.sudo().record("res.company", env.companyId()).integer(path);
        return id == 0 ? null : id;
    }

    private static Object asSet(Object id) {
        return id == null ? null : set(List.of((Integer) id));
    }

    private static List<Object> set(List<Integer> ids) {
        return List.of(List.of(6, 0, ids));
    }

    private static Object next(Environment env, String sequenceCode) {
        Object number = SequenceAddon.next(env, sequenceCode);
        return Boolean.FALSE.equals(number) ? "New" : number;
    }

    /** The first record of the field's model in its own order. */
    private static Object first(Environment env, FieldDef field) {
        Records found = env.sudo().model(field.comodel()).search(Condition.TRUE);
        return found.isEmpty() ? null : found.ids().get(0);
    }

    private static Object typed(Environment env, FieldDef field, String name, String value) {
        Condition condition = Condition.term(name, Operator.EQUALS, value)
                .and(Condition.term("company_id", Operator.EQUALS, env.companyId()));
        Records found = env.sudo().model(field.comodel()).search(condition);
        return found.isEmpty() ? null : found.ids().get(0);
    }

    private static Object stockLocation(Environment env, FieldDef field) {
        Records warehouses = env.sudo()
                .model("stock.warehouse")
                .search(Condition.term("company_id", Operator.EQUALS, env.companyId()));
        return warehouses.isEmpty()
                ? null
                : warehouses.browse(List.of(warehouses.ids().get(0))).integer("lot_stock_id");
    }
}
