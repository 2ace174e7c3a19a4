package dev.sandoo.server.addons.base;

import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code res.partner.create_company}: makes the company that a contact names its parent. Source: biz_partner, both versions. */
final class CompanyOfPartner {
    private static final List<String> ADDRESS = List.of("street", "street2", "zip", "city", "state_id", "country_id");

    private CompanyOfPartner() {}

    static Object create(Records partner, Arguments arguments) {
        partner.id(); // one record, or Python's complaint
        String name = partner.text("company_name");
        if (!name.isEmpty()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put("is_company", true);
            values.put("vat", partner.text("vat"));
            for (String field : ADDRESS) {
                Object value = partner.get(field);
                values.put(
                        field,
                        value == null
                                ? false
                                : FieldCodecs.of(partner.field(field)).toWire(value));
            }
            int company = partner.env().model("res.partner").create(values).id();
            partner.write(Map.of("parent_id", company, "company_name", false));
        }
        return true;
    }
}
