package dev.sandoo.server.addons.hr;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a version of a contract takes from its employee, job and company. */
final class VersionFields implements Addon {
    private static final String VERSION = "hr.version";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        VERSION,
                        "company_id",
                        version -> firstOf(version.get("employee_id.company_id"), version.get("company_id")))
                .computeEach(VERSION, "job_title", List.of("job_id.name"), VersionFields::title)
                .inverse(
                        VERSION,
                        "job_title",
                        (versions, value) -> versions.writeQuietly(Map.of("is_custom_job_title", true)))
                .computeEach(
                        VERSION,
                        "date_start",
                        version -> firstOf(version.get("contract_date_start"), version.get("date_version")))
                .computeEach(
                        VERSION,
                        "is_current",
                        version -> version.integer("employee_id.current_version_id") == version.id())
                .computeEach(VERSION, "display_name", VersionFields::name)
                .hooks(VERSION, new ModelHooks() {
                    @Override
                    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
                        values.forEach(one -> withCalendar(env, one));
                    }
                });
    }

    /** An employee works the hours of the company, if no others are given. */
    private static void withCalendar(Environment env, Map<String, Object> values) {
        if (!values.containsKey("resource_calendar_id") && values.get("employee_id") instanceof Integer employee) {
            int calendar =
                    env.sudo().record(EmployeeAddon.EMPLOYEE, employee).integer("company_id.resource_calendar_id");
            values.put("resource_calendar_id", calendar == 0 ? (Object) false : calendar);
        }
    }

    private static Object firstOf(Object value, Object fallback) {
        return value == null ? fallback : value;
    }

    /** The job's name, unless somebody gave another title. */
    private static Object title(Records version) {
        boolean own = version.bool("is_custom_job_title");
        return version.get(own ? "job_title" : "job_id.name");
    }

    private static Object name(Records version) {
        Object day = version.get("date_version");
        String name = version.text("name");
        return name.isEmpty() && day != null ? DAY.format(version.date("date_version")) : name;
    }
}
