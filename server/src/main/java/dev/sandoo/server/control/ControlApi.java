package dev.sandoo.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sandoo.server.db.StorageException;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.seed.SeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control interface without its transport: finds the route, reads the body, runs the endpoint, writes the answer. The one
 * place that catches what endpoints throw. Thread-safe.
 */
public final class ControlApi {
    /** Begins the path of everything here; no path of Odoo's begins so. */
    public static final String ROOT = "/_sandoo";

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);

    private final ControlAccess access;
    private final List<ControlRoute> routes;

    /**
     * Serves the routes of a table, and the document that describes it.
     *
     * @param build the version of this build
     */
    public ControlApi(ControlAccess access, List<ControlRoute> table, String build) {
        this.access = Objects.requireNonNull(access, "access");
        List<ControlRoute> all = new ArrayList<>(table);
        all.add(Verb.GET.at("/openapi.json", new DescribeInterface(() -> routes(), build)));
        this.routes = List.copyOf(all);
    }

    List<ControlRoute> routes() {
        return routes;
    }

    /** What to answer those who may not use the interface; to be asked before the body is read. Empty for all others. */
    public Optional<ControlAnswer> refusal(Visitor visitor, String path) {
        try {
            access.require(visitor);
            return Optional.empty();
        } catch (ControlException error) {
            ControlAnswer answer = problem(error, path);
            return Optional.of(
                    error.kind() == ProblemKind.TOKEN_REQUIRED ? answer.with("WWW-Authenticate", "Bearer") : answer);
        }
    }

    /** What to answer to more than the server takes. */
    public ControlAnswer tooLarge(String path) {
        return problem(
                new ControlException(ProblemKind.BODY_TOO_LARGE, "the body is larger than the server takes"), path);
    }

    /** Answers a call of somebody who may. */
    public ControlAnswer answer(ControlCall call) {
        try {
            return route(call);
        } catch (ControlException error) {
            return problem(error, call.path());
        } catch (SeedException error) {
            return problem(ControlException.several(ProblemKind.INVALID_SEEDS, error.problems()), call.path());
        } catch (OdooError error) {
            return problem(ControlException.of(error), call.path());
        } catch (StorageException error) {
            return problem(new ControlException(ProblemKind.REFUSED, error.getMessage()), call.path());
        } catch (RuntimeException error) {
            LOG.error("{} {} failed", call.method(), call.path(), error);
            return problem(new ControlException(ProblemKind.INTERNAL_ERROR, "the log tells more"), call.path());
        }
    }

    private ControlAnswer route(ControlCall call) {
        List<String> path = ControlRoute.split(call.path().substring(ROOT.length()));
        Optional<Verb> verb = Verb.of(call.method());
        TreeSet<String> allowed = new TreeSet<>();
        for (ControlRoute route : routes) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isPresent()) {
                if (verb.filter(route.verb()::equals).isPresent()) {
                    return run(route.endpoint(), values.get(), call);
                }
                allowed.add(route.verb().name());
            }
        }
        if (allowed.isEmpty()) {
            throw new ControlException(
                    ProblemKind.NOT_FOUND, "there is no such path; " + ROOT + "/openapi.json describes all of them");
        }
        String verbs = String.join(", ", allowed);
        return problem(new ControlException(ProblemKind.METHOD_NOT_ALLOWED, "use " + verbs), call.path())
                .with("Allow", verbs);
    }

    private static <B> ControlAnswer run(ControlEndpoint<B> endpoint, Map<String, String> values, ControlCall call) {
        Operation<B> operation = endpoint.operation();
        B body = body(operation, call.body());
        return written(operation, endpoint.answer(new ControlRequest<>(values, call.query(), body)));
    }

    private static <B> B body(Operation<B> operation, RawBody body) {
        if (!operation.takesBody()) {
            return null;
        }
        return operation.body() == RawBody.class
                ? operation.body().cast(body)
                : BodyFormat.read(body, operation.body());
    }

    private static ControlAnswer written(Operation<?> operation, Object answer) {
        if (answer == null) {
            return ControlAnswer.of(operation.status(), operation.mediaType(), new byte[0]);
        }
        if (answer instanceof Content content) {
            return ControlAnswer.of(operation.status(), content.mediaType(), content.bytes());
        }
        return ControlAnswer.of(operation.status(), operation.mediaType(), json(answer));
    }

    private static ControlAnswer problem(ControlException error, String path) {
        Problem problem = Problem.of(error, path);
        return ControlAnswer.of(problem.status(), Problem.MEDIA_TYPE, json(problem));
    }

    private static byte[] json(Object value) {
        try {
            return ControlJson.JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
