package dev.sandoo.server.addons.hr;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Employees show the fields of one version of their contract: the current one, unless somebody asks for another. */
public final class EmployeeAddon implements Addon {
    static final String EMPLOYEE = "hr.employee";
    private static final String VERSION = "version_id";
    private static final String CURRENT = "current_version_id";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new EmployeeFields().register(behaviours);
        new VersionFields().register(behaviours);
        new DepartmentFields().register(behaviours);
        behaviours
                .hooks(EMPLOYEE, new EmployeeHooks())
                .hooks("hr.department", new DepartmentHooks())
                .compute(EMPLOYEE, List.of(VERSION), List.of(CURRENT), EmployeeAddon::version)
                .search(EMPLOYEE, VERSION, (env, operator, value) -> Condition.term(CURRENT, operator, value));
    }

    private static void version(Records employees, Compute.Results results) {
        employees.values(CURRENT).forEach((id, version) -> results.set(id, VERSION, version));
    }
}
