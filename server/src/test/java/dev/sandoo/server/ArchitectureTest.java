package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may use which: the arrows of docs/ARCHITECTURE.md, held against the compiled classes. */
class ArchitectureTest {
    private static final String ROOT = "dev.sandoo.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sandoo");

    /** What anybody below the composition root may use. */
    private static final Set<String> LEAVES = Set.of("schema", "server.sql", "server.error", "server.document");

    /** Every package with those it may use besides itself and the leaves; {@code *} is all. Subpackages go with their parent. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("client", Set.of()),
            Map.entry("schema", Set.of()),
            Map.entry("schema.load", Set.of("schema")),
            Map.entry("server", Set.of("*")),
            Map.entry("server.cli", Set.of("server", "server.scenario")),
            Map.entry("server.junit5", Set.of("server", "client")),
            Map.entry("server.demo", Set.of("server.rpc")),
            Map.entry("server.http", Set.of("server.wire", "server.web", "server.control")),
            Map.entry(
                    "server.control",
                    Set.of("server.rpc", "server.db", "server.journal", "server.stub", "server.fault", "server.seed")),
            Map.entry("server.fault", Set.of("server.rpc", "server.shelf", "server.db")),
            Map.entry("server.shelf", Set.of("server.db")),
            Map.entry("server.metrics", Set.of("server.rpc", "server.db")),
            Map.entry("server.seed", Set.of("server.rpc", "server.auth", "server.access", "server.orm", "server.db")),
            Map.entry(
                    "server.stub",
                    Set.of(
                            "server.rpc",
                            "server.auth",
                            "server.access",
                            "server.addons",
                            "server.orm",
                            "server.domain",
                            "server.field",
                            "server.shelf",
                            "server.db",
                            "schema.load")),
            Map.entry("server.web", Set.of("server.rpc", "server.auth", "server.audit")),
            Map.entry("server.wire", Set.of("server.rpc")),
            Map.entry("server.rpc", Set.of("server.auth", "server.access", "server.audit", "server.orm", "server.db")),
            Map.entry("server.journal", Set.of("server.rpc", "server.access", "server.scenario")),
            Map.entry("server.proxy", Set.of("server.journal", "server.rpc", "server.wire", "schema.load")),
            Map.entry("server.scenario", Set.of("schema.load")),
            Map.entry("server.auth", Set.of("server.db")),
            Map.entry("server.audit", Set.of("server.db")),
            Map.entry("server.access", Set.of("server.domain", "server.db")),
            Map.entry("server.addons", Set.of("server.orm")),
            Map.entry(
                    "server.orm", Set.of("server.access", "server.query", "server.field", "server.db", "schema.load")),
            Map.entry("server.query", Set.of("server.domain", "server.field")),
            Map.entry("server.field", Set.of()),
            Map.entry("server.domain", Set.of()),
            Map.entry("server.storage", Set.of("schema.load", "server.db", "server.field")),
            Map.entry("server.db", Set.of()),
            Map.entry("server.document", Set.of()),
            Map.entry("server.sql", Set.of()),
            Map.entry("server.error", Set.of()));

    /** Arrows beyond STYLE's picture, each with its reason. */
    private static final List<Exemption> EXEMPTIONS = List.of(
            new Exemption("server.control", "server.access", "a call in the journal names the key it came with"),
            new Exemption("server.http", "server.rpc", "the route table hands the services to the edges"),
            new Exemption("server.web", "server.access", "what a page offers hangs on who looks at it"),
            new Exemption("server.http", "server.auth", "a session's token comes and goes as a cookie"),
            new Exemption("server.orm", "server.domain", "domains come to the ORM as conditions, and rules join them"),
            new Exemption("server.addons", "server.domain", "business methods search by conditions, not by text"),
            new Exemption("server.addons", "server.access", "what a method answers may hang on the caller's groups"),
            new Exemption(
                    "server.addons", "server.auth", "the wizards of keys and codes only show what its services do"),
            new Exemption(
                    "server.addons", "server.field", "values from the wire are read as the field types read them"),
            new Exemption(
                    "server.addons", "server.storage", "custom models get their tables as those of the schema do"),
            new Exemption(
                    "server.addons", "server.db", "secrets and numbers live in columns that no field stands for"));

    /** Edges of the system that speak no SQL although it is a leaf. */
    private static final Set<String> WITHOUT_SQL = Set.of("server.wire", "server.web", "server.rpc");

    /** Libraries that stay in the packages that wrap them, so that each can be replaced. */
    private static final Map<String, Set<String>> WRAPPED = Map.of(
            "java.sql", Set.of("server.db"),
            "javax.sql", Set.of("server.db"),
            "org.postgresql", Set.of("server.db"),
            "com.zaxxer.hikari", Set.of("server.db"),
            "org.eclipse.jetty", Set.of("server.http"),
            "org.apache.xmlrpc", Set.of("server.wire"),
            "gg.jte", Set.of("server.web"),
            "picocli", Set.of("server.cli"),
            "io.micrometer", Set.of("server.metrics"),
            "ch.qos.logback", Set.of("server.cli"));

    private record Exemption(String from, String to, String reason) {}

    @Test
    void arrowsNeverTurnBack() {
        Set<String> wrong = new TreeSet<>();

        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && !mayUse(packageOf(type), packageOf(target))) {
                    wrong.add(packageOf(type) + " -> " + packageOf(target) + ": " + simple(type) + " uses "
                            + simple(target));
                }
            }
        }

        assertEquals(Set.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> homeless = new TreeSet<>();

        for (JavaClass type : CLASSES) {
            if (place(type.getPackageName()).isEmpty()) {
                homeless.add(type.getPackageName());
            }
        }

        assertEquals(Set.of(), homeless, "give each an entry among the arrows");
    }

    @Test
    void librariesStayInThePackagesThatWrapThem() {
        Set<String> wrong = new TreeSet<>();

        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                WRAPPED.forEach((library, wrappers) -> {
                    if ((target + ".").startsWith(library + ".") && !wrappers.contains(packageOf(type))) {
                        wrong.add(simple(type) + " uses " + library);
                    }
                });
            }
        }

        assertEquals(Set.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void everyExemptionIsNeeded() {
        List<Exemption> idle = EXEMPTIONS.stream()
                .filter(exemption -> CLASSES.stream()
                        .filter(type -> packageOf(type).equals(exemption.from()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().startsWith(ROOT))
                        .noneMatch(target -> packageOf(target).equals(exemption.to())))
                .toList();

        assertEquals(List.of(), idle);
    }

    @Test
    void noPackageIsAHomeForTheHomeless() {
        Set<String> names = Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "misc");

        Stream<String> segments =
                CLASSES.stream().flatMap(type -> Stream.of(type.getPackageName().split("\\.")));

        assertTrue(segments.noneMatch(names::contains));
    }

    private static boolean mayUse(String from, String to) {
        Set<String> arrows = ARROWS.getOrDefault(from, Set.of());
        if (from.equals(to) || arrows.contains("*") || arrows.contains(to)) {
            return true;
        }
        if (LEAVES.contains(to) && !from.startsWith("schema")) {
            return !(to.equals("server.sql") && WITHOUT_SQL.contains(from));
        }
        return EXEMPTIONS.stream()
                .anyMatch(exemption ->
                        exemption.from().equals(from) && exemption.to().equals(to));
    }

    /** The entry among the arrows that a class belongs to, or its package's name when it has none. */
    private static String packageOf(JavaClass type) {
        return place(type.getPackageName()).orElse(type.getPackageName());
    }

    /** The longest entry that the package is or lies in; the composition root has no packages of its own. */
    private static Optional<String> place(String packageName) {
        String name = packageName.substring(ROOT.length());
        return ARROWS.keySet().stream()
                .filter(entry -> name.equals(entry)
                        || (!entry.equals("server") && !entry.equals("schema") && name.startsWith(entry + ".")))
                .max(Comparator.comparingInt(String::length));
    }

    private static String simple(JavaClass type) {
        return type.getName().substring(ROOT.length());
    }
}
