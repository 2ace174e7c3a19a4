package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Companies: each has a partner that bears its name, and whoever makes one may work in it.
 *
 * <p>Source: recorded scenario {@code orm_access}: without rights on partners, it is the partner that is refused.
 */
public final class CompanyAddon implements Addon, ModelHooks {
    private static final String COMPANY = "res.company";
    private static final List<String> PARTNER_FIELDS =
            List.of("email", "phone", "website", "vat", "street", "street2", "zip", "city", "state_id", "country_id");
    private static final int LINK = 4;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(COMPANY, "create", CompanyAddon::create)
                .method(COMPANY, "copy", (self, arguments) -> {
                    throw new UserError("Duplicating a company is not allowed. Please create a new company instead.");
                })
                .hooks(COMPANY, this);
    }

    /** The partner comes first, so that its rights are asked first. */
    private static Object create(Records self, Arguments arguments) {
        Environment env = self.env();
        Object given = arguments.only();
        Object completed = given;
        if (given instanceof Map<?, ?> one) {
            completed = withPartner(env, one);
        } else if (given instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(one -> all.add(one instanceof Map<?, ?> values ? withPartner(env, values) : one));
            completed = all;
        }
        return env.registry().behaviours().generic("create").call(self, arguments.withOnly(completed));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> withPartner(Environment env, Map<?, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>((Map<String, Object>) given);
        addPartner(env, values);
        return values;
    }

    private static void addPartner(Environment env, Map<String, Object> values) {
        if (!PythonValues.isTrue(values.get("partner_id")) && PythonValues.isTrue(values.get("name"))) {
            Map<String, Object> partner = new LinkedHashMap<>();
            partner.put("name", values.get("name"));
            partner.put("is_company", true);
            for (String field : PARTNER_FIELDS) {
                if (values.containsKey(field)) {
                    partner.put(field, values.get(field));
                }
            }
            values.put("partner_id", env.model("res.partner").create(partner).id());
        }
    }

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        values.forEach(one -> addPartner(env, one));
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        List<Object> links = new ArrayList<>();
        created.ids().forEach(id -> links.add(List.of(LINK, id)));
        Environment env = created.env().sudo();
        env.record("res.users", env.uid()).write(Map.of("company_ids", links));
    }
}
