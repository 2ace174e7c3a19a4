package dev.sandoo.server.addons.hr;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Names of departments, and who works in departments and at jobs. */
final class DepartmentFields implements Addon {
    private static final String DEPARTMENT = "hr.department";
    private static final String JOB = "hr.job";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(DEPARTMENT, List.of("complete_name"), List.of("name", "parent_id"), DepartmentFields::names)
                .search(DEPARTMENT, "complete_name", DepartmentFields::search)
                .compute(
                        DEPARTMENT,
                        "master_department_id",
                        (departments, results) -> departments.forEach(department -> {
                            String path = department.text("parent_path");
                            Object top = path.isEmpty() ? null : (Object) Integer.valueOf(path.split("/")[0]);
                            results.set(department.id(), "master_department_id", top);
                        }))
                .compute(
                        DEPARTMENT,
                        List.of("total_employee"),
                        List.of(),
                        (departments, results) -> count(departments, "department_id")
                                .forEach((id, count) -> results.set(id, "total_employee", count)))
                .compute(
                        JOB,
                        List.of("no_of_employee", "expected_employees"),
                        List.of("no_of_recruitment"),
                        DepartmentFields::jobs);
    }

    private static void names(Records departments, Compute.Results results) {
        for (Records department : departments) {
            results.set(department.id(), "complete_name", name(department));
        }
    }

    private static String name(Records department) {
        Deque<String> names = new ArrayDeque<>();
        for (Records at = department; !at.isEmpty(); at = at.records("parent_id")) {
            names.push(at.text("name"));
        }
        return String.join(" / ", names);
    }

    /** The names are put together from several departments, so they are compared here. */
    private static Condition search(Environment env, Operator operator, Object value) {
        Records all = env.sudo().with("active_test", false).model(DEPARTMENT).search(Condition.TRUE);
        String wanted = String.valueOf(value);
        Predicate<String> fits = switch (operator) {
            case LIKE -> name -> name.contains(wanted);
            case ILIKE -> name -> name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case IN -> name -> value instanceof Iterable<?> several && contains(several, name);
            case NOT_EQUALS -> name -> !name.equals(wanted);
            default -> name -> name.equals(wanted);
        };
        List<Object> found = new ArrayList<>(
                all.filter(department -> fits.test(name(department))).ids());
        return Condition.term("id", Operator.IN, found);
    }

    private static boolean contains(Iterable<?> several, String name) {
        for (Object one : several) {
            if (name.equals(one)) {
                return true;
            }
        }
        return false;
    }

    private static void jobs(Records jobs, Compute.Results results) {
        Map<Integer, Integer> counts = count(jobs, "job_id");
        for (Records job : jobs) {
            int count = counts.get(job.id());
            results.set(job.id(), "no_of_employee", count);
            results.set(job.id(), "expected_employees", count + job.integer("no_of_recruitment"));
        }
    }

    /** How many active employees name each of the records now. */
    private static Map<Integer, Integer> count(Records records, String field) {
        Map<Integer, Integer> counts = new HashMap<>();
        records.ids().forEach(id -> counts.put(id, 0));
        Environment env = records.env().sudo().with("active_test", true);
        Records employees = env.model(EmployeeAddon.EMPLOYEE)
                .search(Condition.term(field, Operator.IN, new ArrayList<Object>(records.ids())));
        employees.values(field).values().forEach(id -> counts.merge((Integer) id, 1, Integer::sum));
        return counts;
    }
}
