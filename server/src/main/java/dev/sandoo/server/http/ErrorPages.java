package dev.sandoo.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Small pages for what no handler answers. They name no software and no version. */
final class ErrorPages {
    /** Odoo writes its 404 without the blank that other pages have. Source: wire_http not-found, xmlrpc-get. */
    private static final String NOT_FOUND_TYPE = "text/html;charset=utf-8";

    private static final String PAGE_TYPE = "text/html; charset=utf-8";

    private static final String NOT_FOUND = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>404</title></head>
            <body><h1>404</h1><p>There is no such page.</p></body>
            </html>
            """;

    private static final String NO_DATABASE = """
            <!DOCTYPE html>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
            <p>Name a database: <a href="/web/database/selector">choose one</a>, or send the X-Odoo-Database header.</p>
            """;

    private ErrorPages() {}

    static HttpAnswer notFound() {
        return HttpAnswer.text(HttpStatus.NOT_FOUND_404, NOT_FOUND_TYPE, NOT_FOUND);
    }

    /** For what a browser may have been tricked into sending. */
    static HttpAnswer untrusted() {
        return HttpAnswer.text(
                HttpStatus.BAD_REQUEST_400,
                PAGE_TYPE,
                "<!doctype html>\n<html lang=en>\n<title>400 Bad Request</title>\n"
                        + "<p>Session expired (invalid CSRF token)</p>\n");
    }

    /** For requests that have not found a database. The words are those that clients look for. Source: wire_json2 database-header. */
    static HttpAnswer noDatabase() {
        return HttpAnswer.text(HttpStatus.NOT_FOUND_404, PAGE_TYPE, NO_DATABASE);
    }

    /** A page that says no more than the status. */
    static HttpAnswer page(int status) {
        return HttpAnswer.text(status, PAGE_TYPE, html(status));
    }

    /** For requests that Jetty itself refuses, such as broken headers. */
    static boolean writeError(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, PAGE_TYPE);
        byte[] page = html(response.getStatus()).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(page), callback);
        return true;
    }

    private static String html(int status) {
        String reason = HttpStatus.getMessage(status);
        return """
                <!doctype html>
                <html lang=en>
                <title>%d %s</title>
                <h1>%s</h1>
                """.formatted(status, reason, reason);
    }
}
