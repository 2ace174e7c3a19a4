package dev.sandoo.server.addons.hr;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an employee takes from and gives to versions, contact and resource, and who works for whom. */
final class EmployeeFields implements Addon {
    private static final String EMPLOYEE = EmployeeAddon.EMPLOYEE;
    private static final int NEW_DAYS = 90;
    private static final DateTimeFormatter BIRTHDAY = DateTimeFormatter.ofPattern("dd MMMM", Locale.ENGLISH);

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String field : List.of("name", "active", "company_id", "user_id", "tz")) {
            behaviours.inverse(
                    EMPLOYEE,
                    field,
                    (employees, value) ->
                            employees.records("resource_id").write(Collections.singletonMap(field, value)));
        }
        Map.of("work_email", "email", "work_phone", "phone")
                .forEach((field, ofContact) -> behaviours
                        .compute(
                                EMPLOYEE,
                                List.of(field),
                                List.of("work_contact_id", "work_contact_id." + ofContact),
                                (employees, results) -> fromContact(employees, field, ofContact, results))
                        .inverse(
                                EMPLOYEE,
                                field,
                                (employees, value) -> employees
                                        .records("work_contact_id")
                                        .write(Collections.singletonMap(ofContact, value))));
        behaviours
                .compute(EMPLOYEE, "current_version_id", EmployeeFields::currentVersions)
                .computeEach(
                        EMPLOYEE,
                        "versions_count",
                        List.of("version_ids"),
                        employee -> employee.records("version_ids").size())
                .computeEach(EMPLOYEE, "coach_id", EmployeeFields::coach)
                .computeEach(
                        EMPLOYEE,
                        "legal_name",
                        employee ->
                                employee.get("legal_name") == null ? employee.get("name") : employee.get("legal_name"))
                .compute(
                        EMPLOYEE,
                        List.of("subordinate_ids", "child_all_count"),
                        List.of(),
                        EmployeeFields::subordinates)
                .computeEach(EMPLOYEE, "work_permit_name", List.of("name", "permit_no"), EmployeeFields::permit)
                .computeEach(EMPLOYEE, "birthday_public_display_string", EmployeeFields::birthday)
                .computeEach(
                        EMPLOYEE,
                        "newly_hired",
                        List.of("create_date"),
                        employee -> employee.moment("create_date")
                                .isAfter(employee.env().now().minusDays(NEW_DAYS)))
                .computeEach(
                        EMPLOYEE,
                        "related_partners_count",
                        List.of("work_contact_id", "user_id.partner_id"),
                        employee -> employee.records("work_contact_id")
                                .union(employee.records("user_id.partner_id"))
                                .size())
                .method(EMPLOYEE, "action_archive", EmployeeFields::archive)
                .constraint(EMPLOYEE, List.of("pin"), EmployeeFields::checkPin)
                .constraint(EMPLOYEE, List.of("barcode"), EmployeeFields::checkBarcode);
    }

    private static String permit(Records employee) {
        String number = employee.text("permit_no");
        String name = employee.text("name").replace(" ", "_");
        return (name.isEmpty() ? "" : name + "_") + "work_permit" + (number.isEmpty() ? "" : "_" + number);
    }

    private static String birthday(Records employee) {
        boolean shown = employee.bool("birthday_public_display") && employee.get("birthday") != null;
        return shown ? BIRTHDAY.format(employee.date("birthday")) : "hidden";
    }

    private static void fromContact(Records employees, String field, String ofContact, Compute.Results results) {
        for (Records employee : employees) {
            boolean contact = employee.integer("work_contact_id") != 0;
            results.set(employee.id(), field, employee.get(contact ? "work_contact_id." + ofContact : field));
        }
    }

    /** The latest version that has begun, else the first one. */
    private static void currentVersions(Records employees, Compute.Results results) {
        LocalDate today = employees.env().today();
        for (Records employee : employees) {
            Object current = null;
            for (Records version : employee.records("version_ids")) {
                if (current == null || !version.date("date_version").isAfter(today)) {
                    current = version.id();
                }
            }
            results.set(employee.id(), "current_version_id", current);
        }
    }

    /** The manager, unless somebody else was named. */
    private static Object coach(Records employee) {
        Object own = employee.get("coach_id");
        return own == null ? employee.get("parent_id") : own;
    }

    private static void subordinates(Records employees, Compute.Results results) {
        for (Records employee : employees) {
            Set<Integer> found = new LinkedHashSet<>();
            Records level = employee.records("child_ids");
            while (!level.isEmpty()) {
                Records fresh = level.filter(one -> !found.contains(one.id()) && one.id() != employee.id());
                found.addAll(fresh.ids());
                level = fresh.records("child_ids");
            }
            results.set(employee.id(), "subordinate_ids", List.copyOf(found));
            results.set(employee.id(), "child_all_count", found.size());
        }
    }

    /** Who leaves is archived, and a window asks why. */
    private static Object archive(Records employees, Arguments arguments) {
        employees.filter(employee -> employee.bool("active")).write(Map.of("active", false));
        if (employees.size() != 1 || employees.env().context().isTrue("no_wizard", false)) {
            return null;
        }
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", "ir.actions.act_window");
        action.put("name", "Register Departure");
        action.put("res_model", "hr.departure.wizard");
        action.put("view_mode", "form");
        action.put("target", "new");
        action.put("context", Map.of("active_id", employees.id()));
        action.put("views", List.of(List.of(false, "form")));
        return action;
    }

    private static void checkPin(Records employees) {
        if (employees.values("pin").values().stream()
                .anyMatch(pin -> pin != null && !pin.toString().matches("\\d*"))) {
            throw new ValidationError("The PIN must be a sequence of digits.");
        }
    }

    private static void checkBarcode(Records employees) {
        if (employees.values("barcode").values().stream()
                .anyMatch(code -> code != null && !code.toString().matches("[A-Za-z0-9]{0,18}"))) {
            throw new ValidationError(
                    "The Badge ID must be alphanumeric without any accents and no longer than 18 characters.");
        }
    }
}
