package dev.sandoo.server.addons.hr;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A new manager of a department takes over those who worked for the old one, or for nobody. */
final class DepartmentHooks implements ModelHooks {
    @Override
    public void beforeWrite(Records departments, Map<String, Object> values) {
        if (!(values.get("manager_id") instanceof Integer manager)) {
            return;
        }
        for (Records department : departments) {
            int old = department.integer("manager_id");
            if (old != manager) {
                Records members = department
                        .env()
                        .sudo()
                        .model(EmployeeAddon.EMPLOYEE)
                        .search(Condition.allOf(List.of(
                                Condition.term("department_id", Operator.EQUALS, department.id()),
                                Condition.term("id", Operator.NOT_EQUALS, manager),
                                Condition.term("parent_id", Operator.IN, parents(old)))));
                members.write(Map.of("parent_id", manager));
            }
        }
    }

    private static List<Object> parents(int old) {
        List<Object> parents = new ArrayList<>(List.of(false));
        if (old != 0) {
            parents.add(old);
        }
        return parents;
    }
}
