package dev.sandoo.server.junit5;

import dev.sandoo.client.OdooClient;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a database; {@link SandooTest} adds it with an annotation, {@link #builder} in code:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandooExtension ODOO = SandooExtension.builder().version("14.0").fresh(Fresh.PER_CLASS).build();
 * }</pre>
 *
 * Safe with tests that run in parallel: no two have the same database, and a server serves all.
 */
public final class SandooExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandooExtension.class);
    private static final String OF_CLASS = "class";
    private static final String OF_TEST = "test";

    private final Optional<Builder> built;

    /** For {@link SandooTest}, whose settings are those of the annotation. */
    public SandooExtension() {
        this.built = Optional.empty();
    }

    private SandooExtension(Builder builder) {
        this.built = Optional.of(builder);
    }

    /** Settings in code instead of annotations. */
    public static Builder builder() {
        return new Builder();
    }

    /** Settings of an extension; each method changes one and answers the builder. */
    public static final class Builder {
        private String version = "19.0";
        private Fresh fresh = Fresh.PER_TEST;
        private final List<String> seeds = new ArrayList<>();
        private final List<String> stubs = new ArrayList<>();
        private final List<String> policies = new ArrayList<>();
        private Optional<Instant> clock = Optional.empty();

        private Builder() {}

        /** The version of Odoo to stand in for. */
        public Builder version(String series) {
            version = series;
            return this;
        }

        /** When tests get a fresh database. */
        public Builder fresh(Fresh when) {
            fresh = when;
            return this;
        }

        /** Records to load; see {@link Seed}. */
        public Builder seed(String... files) {
            seeds.addAll(List.of(files));
            return this;
        }

        /** Stubs to answer calls; see {@link Stubs}. */
        public Builder stubs(String... files) {
            stubs.addAll(List.of(files));
            return this;
        }

        /** Key policies; see {@link Policies}. */
        public Builder policies(String... files) {
            policies.addAll(List.of(files));
            return this;
        }

        /** Where the clock stands still; see {@link FrozenClock}. */
        public Builder clock(Instant moment) {
            clock = Optional.of(moment);
            return this;
        }

        /** The extension. */
        public SandooExtension build() {
            return new SandooExtension(this);
        }
    }

    /** A database in use. */
    private record Lease(RunningServer server, Sandoo sandoo) {}

    /** A test that uses a database, and the latest call that was there when it began. */
    private record Use(Sandoo sandoo, long before) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        if (fresh(context) == Fresh.PER_CLASS
                && (built.isPresent() ? store(context).get(OF_CLASS) == null : isMarked(type))) {
            Lease lease = lease(context);
            store(context).put(OF_CLASS, lease);
            prepareClass(context, lease.sandoo());
            lease.sandoo().forgetCalls();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Lease lease = store(context).remove(OF_CLASS, Lease.class);
        if (lease != null) {
            lease.server().giveBack(lease.sandoo());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Lease shared = store(context).get(OF_CLASS, Lease.class);
        Lease lease = shared;
        if (shared == null) {
            lease = lease(context);
            store(context).put(OF_TEST, lease);
            prepareClass(context, lease.sandoo());
        }
        Sandoo sandoo = lease.sandoo();
        preparation(context, context.getRequiredTestMethod()).apply(sandoo);
        if (shared == null) {
            sandoo.forgetCalls();
        }
        store(context).put(Use.class, new Use(sandoo, sandoo.lastCall()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Use use = store(context).remove(Use.class, Use.class);
        if (use != null && context.getExecutionException().isPresent()) {
            print(context, use);
        }
        Lease own = store(context).remove(OF_TEST, Lease.class);
        if (own != null) {
            own.server().giveBack(own.sandoo());
        }
    }

    private static void print(ExtensionContext context, Use use) {
        String calls = use.sandoo().callsAfter(use.before());
        String heading = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName()
                + " on database " + use.sandoo().database();
        System.err.print(
                calls.isEmpty()
                        ? "No calls of " + heading + System.lineSeparator()
                        : "Calls of " + heading + ":" + System.lineSeparator() + calls);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sandoo.class || type == OdooClient.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Use use = store(context).get(Use.class, Use.class);
        Lease shared = store(context).get(OF_CLASS, Lease.class);
        if (use == null && shared == null) {
            throw new ParameterResolutionException(
                    "there is no database yet: with Fresh.PER_TEST only tests, @BeforeEach and @AfterEach have one");
        }
        Sandoo sandoo = use != null ? use.sandoo() : shared.sandoo();
        Class<?> type = parameter.getParameter().getType();
        if (type == URI.class) {
            return sandoo.url();
        }
        return type == Sandoo.class ? sandoo : sandoo.client();
    }

    private Lease lease(ExtensionContext context) {
        String version = version(context);
        RunningServer server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("server " + version, name -> RunningServer.start(version), RunningServer.class);
        return new Lease(server, server.take());
    }

    private void prepareClass(ExtensionContext context, Sandoo sandoo) {
        if (built.isPresent()) {
            Builder from = built.get();
            new Preparation(context.getRequiredTestClass(), from.seeds, from.stubs, from.policies, from.clock)
                    .apply(sandoo);
            return;
        }
        preparation(context, context.getRequiredTestClass()).apply(sandoo);
    }

    private static Preparation preparation(ExtensionContext context, AnnotatedElement annotated) {
        return Preparation.of(context.getRequiredTestClass(), annotated);
    }

    private String version(ExtensionContext context) {
        return built.map(from -> from.version)
                .orElseGet(() -> annotation(context).version());
    }

    private Fresh fresh(ExtensionContext context) {
        return built.map(from -> from.fresh).orElseGet(() -> annotation(context).fresh());
    }

    /** Of the class, or of the one around it. */
    private static SandooTest annotation(ExtensionContext context) {
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            Optional<SandooTest> found = AnnotationSupport.findAnnotation(type, SandooTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new SandooException("use @SandooTest, or SandooExtension.builder() with @RegisterExtension");
    }

    private static boolean isMarked(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, SandooTest.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
