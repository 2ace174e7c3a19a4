package dev.sandoo.server.addons.hr;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An employee comes with a resource that can be planned and with a contact. */
final class EmployeeHooks implements ModelHooks {
    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        List<Map<String, Object>> resources = new ArrayList<>();
        List<Map<String, Object>> without = new ArrayList<>();
        for (Map<String, Object> one : values) {
            fromUser(env, one);
            if (!one.containsKey("name") && !env.context().values().containsKey("default_name")) {
                throw PythonError.keyError("name");
            }
            if (!one.containsKey("resource_id")) {
                without.add(one);
                resources.add(resource(env, one));
            }
        }
        Records made = env.sudo().model("resource.resource").createAll(resources);
        for (int i = 0; i < without.size(); i++) {
            without.get(i).put("resource_id", made.ids().get(i));
        }
    }

    /** A user brings name and contact along. */
    private static void fromUser(Environment env, Map<String, Object> values) {
        if (values.get("user_id") instanceof Integer user && user != 0) {
            Records record = env.sudo().record("res.users", user);
            values.putIfAbsent("name", record.text("name"));
            values.putIfAbsent("work_contact_id", record.integer("partner_id"));
        }
    }

    private static Map<String, Object> resource(Environment env, Map<String, Object> values) {
        Map<String, Object> resource = new LinkedHashMap<>();
        for (String name : List.of("name", "company_id", "user_id", "active", "tz")) {
            if (values.containsKey(name)) {
                resource.put(name, values.get(name));
            }
        }
        resource.putIfAbsent("name", env.context().get("default_name"));
        return resource;
    }

    @Override
    public void afterCreate(Records employees, List<Map<String, Object>> values) {
        makeContacts(employees.filter(employee -> employee.integer("work_contact_id") == 0), employees, values);
    }

    private static void makeContacts(Records bare, Records employees, List<Map<String, Object>> values) {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (Records employee : bare) {
            Map<String, Object> given = values.get(employees.ids().indexOf(employee.id()));
            Map<String, Object> contact = new LinkedHashMap<>();
            contact.put("name", employee.text("name"));
            contact.put("company_id", employee.integer("company_id"));
            contact.put("email", given.getOrDefault("work_email", false));
            contact.put("phone", given.getOrDefault("work_phone", false));
            contacts.add(contact);
        }
        List<Integer> made =
                bare.env().sudo().model("res.partner").createAll(contacts).ids();
        for (int i = 0; i < made.size(); i++) {
            bare.browse(List.of(bare.ids().get(i))).writeQuietly(Map.of("work_contact_id", made.get(i)));
        }
    }

    @Override
    public void beforeUnlink(Records employees) {
        Records resources = employees.sudo().records("resource_id");
        employees.env().whenDone("resources of " + employees.describe(), resources::unlink);
    }
}
