package dev.sandoo.server.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a control endpoint does, for the OpenAPI document and for reading its bodies; immutable. Starts from {@link #of}, which
 * takes no body and answers nothing.
 *
 * @param id names the operation in clients that are made from the document, such as {@code resetDatabase}
 * @param summary one sentence
 * @param body the record its body is read into; {@link RawBody} or {@link Void}
 * @param status of an answer that went well
 * @param answer the record that is answered; {@link Content} or {@link Void}
 * @param mediaType of the answer
 * @param query the parameters of its query
 * @param refusals what it may fail with, beside what any operation may
 */
public record Operation<B>(
        String id,
        String summary,
        Class<B> body,
        int status,
        Class<?> answer,
        String mediaType,
        List<QueryParameter> query,
        List<ProblemKind> refusals) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    /** A parameter of the query; text, and never required. */
    public record QueryParameter(String name, String sentence) {}

    public Operation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(answer, "answer");
        query = List.copyOf(query);
        refusals = List.copyOf(refusals);
    }

    /** An operation that takes and answers nothing. */
    public static Operation<Void> of(String id, String summary) {
        return new Operation<>(
                id, summary, Void.class, NO_CONTENT, Void.class, ControlAnswer.JSON, List.of(), List.of());
    }

    /** The same taking a body: a record, or {@link RawBody} for what is no JSON. */
    public <T> Operation<T> takes(Class<T> type) {
        return new Operation<>(id, summary, type, status, answer, mediaType, query, refusals);
    }

    /** The same answering a record as JSON. */
    public Operation<B> answers(Class<?> type) {
        return new Operation<>(id, summary, body, OK, type, mediaType, query, refusals);
    }

    /** The same answering what it has made, with the status 201. */
    public Operation<B> creates(Class<?> type) {
        return new Operation<>(id, summary, body, CREATED, type, mediaType, query, refusals);
    }

    /** The same answering a {@link Content} of a media type. */
    public Operation<B> answersContent(String type) {
        return new Operation<>(id, summary, body, OK, Content.class, type, query, refusals);
    }

    /** The same with a parameter of the query. */
    public Operation<B> asks(String name, String sentence) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, sentence));
        return new Operation<>(id, summary, body, status, answer, mediaType, more, refusals);
    }

    /** The same with what it may fail with. */
    public Operation<B> refuses(ProblemKind... kinds) {
        List<ProblemKind> more = new ArrayList<>(refusals);
        more.addAll(List.of(kinds));
        return new Operation<>(id, summary, body, status, answer, mediaType, query, more);
    }

    boolean takesBody() {
        return body != Void.class;
    }
}
