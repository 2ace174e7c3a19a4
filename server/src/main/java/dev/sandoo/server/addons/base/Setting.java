package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One setting: where it is kept, and what setting it means. Values are wire values. */
interface Setting {
    /** What holds now; empty when nothing was ever said. */
    Optional<Object> value();

    void set(Object wanted);

    /** What members of staff are, by the name of the field, where that is not the name of the group. */
    Map<String, String> GROUPS = Map.of(
            "group_sale_delivery_address", "account.group_delivery_invoice_address",
            "group_stock_production_lot", "stock.group_production_lot",
            "group_stock_tracking_lot", "stock.group_tracking_lot",
            "group_stock_tracking_owner", "stock.group_tracking_owner",
            "group_stock_adv_location", "stock.group_adv_location");

    /** The parameters behind fields. Read off forms that were executed. */
    Map<String, String> PARAMETERS = Map.of(
            "auth_signup_uninvited", "auth_signup.invitation_scope",
            "auth_signup_reset_password", "auth_signup.reset_password",
            "product_weight_in_lbs", "product.weight_in_lbs",
            "product_volume_volume_in_cubic_feet", "product.volume_in_cubic_feet",
            "product_pricelist_setting", "product.product_pricelist_setting",
            "show_effect", "base_setup.show_effect",
            "lead_enrich_auto", "crm.iap.lead.enrich.setting",
            "restrict_template_rendering", "mail.restrict.template.rendering",
            "digest_emails", "digest.default_digest_emails",
            "show_line_subtotals_tax_selection", "account.show_line_subtotals_tax_selection");

    /** A group that all users have or lack; empty when there is no such group. */
    static Optional<Setting> group(Environment env, String field) {
        Optional<Records> group = GROUPS.containsKey(field) ? env.find(GROUPS.get(field)) : named(env, field);
        Optional<Records> staff = env.find("base.group_user");
        return group.flatMap(found -> staff.map(users -> new Setting() {
            @Override
            public Optional<Object> value() {
                return Optional.of(users.records("implied_ids").ids().contains(found.id()));
            }

            @Override
            public void set(Object wanted) {
                boolean given = PythonValues.isTrue(wanted);
                if (value().filter(Boolean.valueOf(given)::equals).isEmpty()) {
                    users.write(Map.of("implied_ids", List.of(List.of(given ? 4 : 3, found.id()))));
                    env.rightsChanged();
                }
            }
        }));
    }

    private static Optional<Records> named(Environment env, String name) {
        Condition condition = Condition.term("model", Operator.EQUALS, "res.groups")
                .and(Condition.term("name", Operator.EQUALS, name));
        Records found = env.model("ir.model.data").search(condition);
        return found.size() == 1 ? Optional.of(env.record("res.groups", found.integer("res_id"))) : Optional.empty();
    }

    /** A module that is there or not; empty when nobody knows it. */
    static Optional<Setting> module(Environment env, String field) {
        String name = field.substring("module_".length());
        Records module = env.model("ir.module.module").search(Condition.term("name", Operator.EQUALS, name));
        return Optional.of(new Setting() {
            @Override
            public Optional<Object> value() {
                return Optional.of(module.text("state").equals("installed"));
            }

            @Override
            public void set(Object wanted) {
                if (value().filter(Boolean.valueOf(PythonValues.isTrue(wanted))::equals)
                        .isEmpty()) {
                    throw PythonError.notEmulated("Sandoo can neither install nor remove the module " + name
                            + "; the modules it has are installed in every database");
                }
            }
        });
    }

    /** A system parameter; empty when the field stands for none. */
    static Optional<Setting> parameter(Environment env, FieldDef field) {
        String key = PARAMETERS.get(field.name());
        if (key == null) {
            return Optional.empty();
        }
        Records parameter = env.model("ir.config_parameter").search(Condition.term("key", Operator.EQUALS, key));
        return Optional.of(new Setting() {
            @Override
            public Optional<Object> value() {
                if (parameter.isEmpty()) {
                    return Optional.empty();
                }
                String text = parameter.text("value");
                return Optional.of(
                        field.type() == FieldType.BOOLEAN
                                ? (Object) !List.of("False", "0", "").contains(text)
                                : text);
            }

            @Override
            public void set(Object wanted) {
                if (!PythonValues.isTrue(wanted)) {
                    parameter.unlink();
                } else if (parameter.isEmpty()) {
                    env.model("ir.config_parameter").create(Map.of("key", key, "value", PythonValues.str(wanted)));
                } else {
                    parameter.write(Map.of("value", PythonValues.str(wanted)));
                }
            }
        });
    }
}
