package dev.sandoo.server.web;

import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebFiles.Upload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A browser's request for a page.
 *
 * @param path as sent, without the query
 * @param queryText the query as sent, empty if there is none
 * @param query the query's values by name; of several with one name, the first
 * @param form the posted values by name, empty unless a form was posted
 * @param files those that came with the form
 * @param host the server's name and port as the browser calls it
 * @param values what stands in the path where the route has names
 * @param device what the cookie of a trusted device holds, empty if there is none
 */
public record PageRequest(
        String method,
        String path,
        String queryText,
        Map<String, String> query,
        Map<String, String> form,
        List<Upload> files,
        String host,
        Map<String, String> values,
        String device,
        Visit visit) {
    private static final String POST = "POST";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public PageRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(queryText, "queryText");
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        files = List.copyOf(files);
        Objects.requireNonNull(host, "host");
        values = Map.copyOf(values);
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(visit, "visit");
    }

    boolean isPost() {
        return method.equals(POST);
    }

    /** Whether it is no more than a look at the page. */
    boolean isReading() {
        return READING.contains(method);
    }

    /** A value of the posted form; empty when it was not posted. */
    String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** A value of the form, or else of the query. */
    String given(String name) {
        return form.getOrDefault(name, query.getOrDefault(name, ""));
    }

    /** Posted forms may hold passwords. */
    @Override
    public String toString() {
        return "PageRequest[" + method + " " + path + "]";
    }
}
