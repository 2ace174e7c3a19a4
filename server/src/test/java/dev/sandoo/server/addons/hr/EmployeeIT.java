package dev.sandoo.server.addons.hr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.PythonError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Employees and the records that come with them. Expectations recorded from 19.0; 14.0 has no employees. */
class EmployeeIT {
    private static TestCalls calls;

    @BeforeAll
    static void open() {
        calls = new TestCalls("19.0");
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @Test
    void employeeComesWithContactResourceAndFirstVersion() {
        int department = calls.create("hr.department", Map.of("name", "Sales"));

        int employee = calls.create(
                "hr.employee",
                Map.of(
                        "name",
                        "Ann",
                        "work_email",
                        "ann@example.com",
                        "job_title",
                        "Clerk",
                        "department_id",
                        department));

        int version = (Integer) calls.get("hr.employee", employee, "current_version_id");
        assertEquals("Clerk", calls.get("hr.version", version, "job_title"));
        assertEquals(department, calls.get("hr.employee", employee, "department_id"));
        int contact = (Integer) calls.get("hr.employee", employee, "work_contact_id");
        assertEquals("ann@example.com", calls.get("res.partner", contact, "email"));
        int resource = (Integer) calls.get("hr.employee", employee, "resource_id");
        assertEquals("Ann", calls.get("resource.resource", resource, "name"));
        assertEquals(1, calls.get("hr.department", department, "total_employee"));
    }

    @Test
    void whatIsWrittenReachesVersionContactAndResource() {
        int employee = calls.create("hr.employee", Map.of("name", "Bob"));
        int job = calls.create("hr.job", Map.of("name", "Driver"));

        calls.write("hr.employee", employee, Map.of("name", "Rob", "job_id", job, "work_phone", "123"));

        assertEquals("Driver", calls.get("hr.employee", employee, "job_title"));
        int contact = (Integer) calls.get("hr.employee", employee, "work_contact_id");
        assertEquals("123", calls.get("res.partner", contact, "phone"));
        int resource = (Integer) calls.get("hr.employee", employee, "resource_id");
        assertEquals("Rob", calls.get("resource.resource", resource, "name"));
    }

    @Test
    void newManagerTakesOverTheDepartment() {
        int department = calls.create("hr.department", Map.of("name", "Stores"));
        int member = calls.create("hr.employee", Map.of("name", "Member", "department_id", department));
        int manager = calls.create("hr.employee", Map.of("name", "Manager"));

        calls.write("hr.department", department, Map.of("manager_id", manager));

        assertEquals(manager, calls.get("hr.employee", member, "parent_id"));
        assertEquals(List.of(member), calls.get("hr.employee", manager, "subordinate_ids"));
    }

    @Test
    void departmentsAreNamedWithThoseAboveThem() {
        int above = calls.create("hr.department", Map.of("name", "Above"));
        int below = calls.create("hr.department", Map.of("name", "Below", "parent_id", above));

        assertEquals("Above / Below", calls.get("hr.department", below, "complete_name"));
        assertEquals(List.of(below), calls.ids("hr.department", "complete_name", "Above / Below"));
    }

    @Test
    void employeeWithoutNameIsRefused() {
        assertThrows(PythonError.class, () -> calls.create("hr.employee", Map.of("work_email", "x@example.com")));
    }

    @Test
    void employeesSortAndGroupByWhatTheirVersionsSay() {
        calls.create("hr.employee", Map.of("name", "Sorted"));

        Object groups = calls.in(
                Map.of(),
                "hr.employee",
                "read_group",
                List.of(List.of("name", "=", "Sorted")),
                List.of("department_id"),
                List.of("department_id"));

        assertEquals(1, ((List<?>) groups).size());
    }
}
