/**
 * JSON-2, the dialect of {@code /json/2/<model>/<method>}: a bearer key in the header, named arguments in the body, the bare
 * result back, errors with HTTP statuses. Also the documents that describe models to clients.
 */
package dev.sandoo.server.wire.json2;
