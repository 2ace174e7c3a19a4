package dev.sandoo.server.http;

import dev.sandoo.server.rpc.SpoiledAnswers;
import dev.sandoo.server.rpc.Spoiling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a request's route, runs its handler and writes the answer: the one place that catches what handlers throw. */
final class RouteHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

    private final Routes routes;
    private final Predicate<String> proxies;
    private final BodyReader bodies;
    private final SpoiledAnswers spoiled;

    RouteHandler(Routes routes, Predicate<String> proxies, long maxBodyBytes, SpoiledAnswers spoiled) {
        this.spoiled = spoiled;
        this.routes = routes;
        this.proxies = proxies;
        this.bodies = new BodyReader(maxBodyBytes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            deliver(answer(request), request, response, callback);
        } catch (EofException error) {
            callback.failed(error);
        }
        return true;
    }

    private void deliver(HttpAnswer answer, Request request, Response response, Callback callback) {
        Optional<Spoiling> spoiling = spoiled.take();
        if (spoiling.isPresent()) {
            new SpoiledDelivery(request, response, callback).send(answer, spoiling.get());
        } else {
            write(answer, response, callback);
        }
    }

    private HttpAnswer answer(Request request) throws EofException {
        try {
            return route(request);
        } catch (BodyTooLargeException error) {
            return ErrorPages.page(HttpStatus.PAYLOAD_TOO_LARGE_413).with("Connection", "close");
        } catch (EofException error) {
            throw error;
        } catch (IOException error) {
            LOG.debug("unreadable request", error);
            return ErrorPages.page(HttpStatus.BAD_REQUEST_400).with("Connection", "close");
        } catch (RuntimeException error) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getCanonicalPath(), error);
            return ErrorPages.page(HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    private HttpAnswer route(Request request) throws IOException {
        List<String> path = Route.split(Request.getPathInContext(request));
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes.table()) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isPresent()) {
                if (route.methods().contains(request.getMethod())) {
                    return route.handler()
                            .handle(new HttpRequest(request, values.get(), Peer.of(request, proxies), bodies));
                }
                allowed.addAll(route.methods());
            }
        }
        return allowed.isEmpty()
                ? routes.unknown().handle(new HttpRequest(request, Map.of(), Peer.of(request, proxies), bodies))
                : ErrorPages.page(HttpStatus.METHOD_NOT_ALLOWED_405).with("Allow", String.join(", ", allowed));
    }

    static void write(HttpAnswer answer, Response response, Callback callback) {
        head(answer, response);
        response.write(true, answer.body(), callback);
    }

    /** Says all that comes before the body. */
    static void head(HttpAnswer answer, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().remaining());
        for (HttpAnswer.Header header : answer.headers()) {
            headers.add(new HttpField(header.name(), header.value()));
        }
    }
}
