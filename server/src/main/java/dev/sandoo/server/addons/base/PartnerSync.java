package dev.sandoo.server.addons.base;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps contacts in step with their company: the tax id and the like come from the commercial partner, addresses from the
 * parent, and the first contact gives a company without address its own.
 *
 * <p>Source: recorded scenarios {@code biz_partner} and {@code orm_write/address-follows-parent}.
 */
final class PartnerSync implements ModelHooks {
    private static final List<String> ADDRESS = List.of("street", "street2", "zip", "city", "state_id", "country_id");
    private static final List<String> COMMERCIAL = List.of(
            "vat",
            "company_registry",
            "industry_id",
            "property_account_payable_id",
            "property_account_receivable_id",
            "property_account_position_id",
            "property_payment_term_id",
            "property_supplier_payment_term_id",
            "property_product_pricelist",
            "specific_property_product_pricelist",
            "credit_limit");
    private static final String UPWARD = "partner.address.upward";

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        int i = 0;
        for (Records partner : created.sudo()) {
            Map<String, Object> given = values.get(i++);
            fromParent(partner, given);
            toChildren(partner, given);
            firstContact(partner);
        }
    }

    @Override
    public void afterWrite(Records records, Map<String, Object> values) {
        if (!touches(records, values)) {
            return;
        }
        for (Records partner : records.sudo()) {
            fromParent(partner, values);
            if (partner.env().version().has(UPWARD)) {
                toParent(partner, values);
            }
            toChildren(partner, values);
        }
    }

    private static boolean touches(Records records, Map<String, Object> values) {
        return values.keySet().stream()
                .anyMatch(name -> ADDRESS.contains(name)
                        || commercial(records).contains(name)
                        || name.equals("parent_id")
                        || name.equals("type")
                        || name.equals("is_company"));
    }

    private static List<String> commercial(Records partners) {
        return COMMERCIAL.stream()
                .filter(partners.model().fields()::containsKey)
                .toList();
    }

    private static void fromParent(Records partner, Map<String, Object> values) {
        Records parent = partner.records("parent_id");
        if (parent.isEmpty()) {
            return;
        }
        boolean moved = values.get("parent_id") instanceof Integer;
        if (moved) {
            Records commercialPartner = partner.records("commercial_partner_id");
            if (commercialPartner.id() != partner.id()) {
                copy(commercialPartner, partner, commercial(partner));
            }
        }
        boolean contact = "contact".equals(partner.get("type"));
        if (contact && (moved || "contact".equals(values.get("type"))) && hasAddress(parent)) {
            copy(parent, partner, ADDRESS);
        }
    }

    private static void toParent(Records partner, Map<String, Object> values) {
        Records parent = partner.records("parent_id");
        boolean follows =
                !parent.isEmpty() && "contact".equals(partner.get("type")) && !values.containsKey("parent_id");
        if (follows && ADDRESS.stream().anyMatch(values::containsKey)) {
            copy(partner, parent, ADDRESS);
            toChildren(parent, values);
        }
    }

    private static void toChildren(Records partner, Map<String, Object> values) {
        boolean address = ADDRESS.stream().anyMatch(values::containsKey);
        List<String> commercial =
                commercial(partner).stream().filter(values::containsKey).toList();
        if (!address && commercial.isEmpty()) {
            return;
        }
        for (Records child :
                partner.in(partner.env().with("active_test", false)).records("child_ids")) {
            if (!commercial.isEmpty()
                    && !child.bool("is_company")
                    && partner.integer("commercial_partner_id") == partner.id()) {
                copy(partner, child, commercial);
                toChildren(child, Map.copyOf(pick(partner, commercial)));
            }
            if (address && "contact".equals(child.get("type"))) {
                copy(partner, child, ADDRESS);
            }
        }
    }

    private static void firstContact(Records partner) {
        Records parent = partner.records("parent_id");
        boolean root = !parent.isEmpty() && (parent.bool("is_company") || parent.integer("parent_id") == 0);
        if (root
                && hasAddress(partner)
                && !hasAddress(parent)
                && parent.records("child_ids").size() == 1) {
            copy(partner, parent, ADDRESS);
        }
    }

    private static boolean hasAddress(Records partner) {
        return ADDRESS.stream().anyMatch(name -> partner.get(name) != null);
    }

    /** Writes only what differs, and without setting off another round. */
    private static void copy(Records from, Records to, List<String> fields) {
        Map<String, Object> values = pick(from, fields);
        values.keySet().removeIf(name -> Objects.equals(from.get(name), to.get(name)));
        if (!values.isEmpty()) {
            to.writeQuietly(values);
        }
    }

    private static Map<String, Object> pick(Records from, List<String> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : fields) {
            FieldDef field = from.field(name);
            Object value = from.get(name);
            values.put(
                    name,
                    field.type() == FieldType.MANY2ONE && value == null
                            ? false
                            : FieldCodecs.of(field).toWire(value));
        }
        return values;
    }
}
