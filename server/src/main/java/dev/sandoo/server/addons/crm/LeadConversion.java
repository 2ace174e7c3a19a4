package dev.sandoo.server.addons.crm;

import dev.sandoo.server.addons.base.EmailAddress;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wizard that turns a lead into an opportunity, with a customer who is new, known or none. */
final class LeadConversion implements Addon {
    private static final String WIZARD = "crm.lead2opportunity.partner";
    private static final List<String> COPIED = List.of(
            "phone", "mobile", "street", "street2", "zip", "city", "state_id", "country_id", "website", "function");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(WIZARD, "action_apply", LeadConversion::apply)
                .method(CrmAddon.LEAD, "convert_opportunity", LeadConversion::convert);
    }

    /** 19.0 asks for a record as customer, which no client can hand over: there is only converting without. */
    private static Object convert(Records leads, Arguments arguments) {
        Object customer = arguments.values().values().iterator().next(); // its name differs between versions
        if (PythonValues.isTrue(customer) && leads.env().version().has("crm.converts-for-records")) {
            throw PythonError.attributeError("'" + PythonValues.typeName(customer) + "' object has no attribute 'id'");
        }
        List<Object> users = arguments.isTrue("user_ids") ? arguments.list("user_ids") : List.of();
        int place = 0;
        for (Records lead : leads) {
            Map<String, Object> values = new LinkedHashMap<>();
            if (lead.bool("active") && !isWon(lead)) {
                values.put("type", "opportunity");
                values.put("date_conversion", DatetimeText.of(leads.env().now()));
                if (PythonValues.isTrue(customer)) {
                    values.put("partner_id", customer);
                }
            }
            if (arguments.isTrue("team_id")) {
                values.put("team_id", arguments.get("team_id"));
            }
            if (!users.isEmpty()) {
                values.put("user_id", users.get(place++ % users.size()));
            }
            lead.write(values);
        }
        return true;
    }

    private static boolean isWon(Records lead) {
        return lead.model().fields().containsKey("won_status")
                ? lead.text("won_status").equals("won")
                : lead.number("probability") == 100;
    }

    private static Object apply(Records wizard, Arguments arguments) {
        Records lead = wizard.records("lead_id");
        int customer = switch (wizard.text("action")) {
            case "create" -> newCustomer(lead);
            case "exist" -> wizard.integer("partner_id");
            default -> 0;
        };
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", "opportunity");
        values.put("date_conversion", DatetimeText.of(wizard.env().now()));
        if (customer != 0) {
            values.put("partner_id", customer);
        }
        if (wizard.integer("user_id") != 0) {
            values.put("user_id", wizard.integer("user_id"));
        }
        if (wizard.integer("team_id") != 0) {
            values.put("team_id", wizard.integer("team_id"));
        }
        lead.write(values);
        return opened(lead);
    }

    /** The form that the web client would open. */
    private static Map<String, Object> opened(Records lead) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Lead or Opportunity");
        action.put("view_mode", "form");
        action.put("res_model", CrmAddon.LEAD);
        action.put("domain", List.of(List.of("type", "=", lead.text("type"))));
        action.put("res_id", lead.id());
        action.put("view_id", false);
        action.put("type", "ir.actions.act_window");
        action.put("context", Map.of("default_type", lead.text("type")));
        return action;
    }

    /** A company when the lead names one, and the person under it. */
    private static int newCustomer(Records lead) {
        String company = lead.text("partner_name");
        String person = lead.text("contact_name");
        if (person.isEmpty() && company.isEmpty()) {
            person = EmailAddress.normalize(lead.text("email_from")).orElse(lead.text("name"));
        }
        int parent = company.isEmpty() ? 0 : create(lead, company, true, 0);
        return person.isEmpty() ? parent : create(lead, person, false, parent);
    }

    private static int create(Records lead, String name, boolean isCompany, int parent) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("is_company", isCompany);
        values.put("type", "contact");
        values.put("email", lead.get("email_from") == null ? false : lead.text("email_from"));
        values.put("parent_id", parent == 0 ? (Object) false : parent);
        if (lead.integer("user_id") != 0) {
            values.put("user_id", lead.integer("user_id"));
        }
        Records partners = lead.env().model("res.partner");
        for (String field : COPIED) {
            boolean known = lead.model().fields().containsKey(field)
                    && partners.model().fields().containsKey(field);
            if (known && lead.get(field) != null) {
                values.put(field, lead.get(field));
            }
        }
        return partners.create(values).id();
    }
}
