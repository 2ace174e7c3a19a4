package dev.sandoo.server.rpc;

import dev.sandoo.server.orm.Images;
import dev.sandoo.server.orm.Models;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Binary fields as files for browsers: for whoever is logged in, else for everybody. Thread-safe. */
public final class WebFiles {
    private static final String ATTACHMENT = "ir.attachment";

    private final Dispatcher dispatcher;
    private final WebSessions sessions;
    private final Models models;

    public WebFiles(Dispatcher dispatcher, WebSessions sessions, Models models) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.models = Objects.requireNonNull(models, "models");
    }

    /**
     * Which field is wanted.
     *
     * @param token an attachment's access token; empty for none
     */
    public record Wanted(String model, int id, String field, String token) {
        public Wanted {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * A frame for a picture.
     *
     * @param width the most pixels; 0 for as many as there are
     * @param height the same
     */
    public record Frame(int width, int height, boolean cropped) {
        /** The picture within it, never enlarged. */
        public byte[] around(byte[] picture) {
            return Images.within(picture, width, height, cropped ? Images.Fit.CROPPED : Images.Fit.WHOLE);
        }
    }

    /** The file; empty when there is none, or none for this visitor. */
    public Optional<WebFile> find(Visit visit, Wanted wanted) {
        return dispatcher.asCaller(
                sessions.database(visit),
                credential(visit),
                visit.origin(),
                wanted.model() + " file",
                (transaction, caller) -> models.file(
                                transaction, caller, wanted.model(), wanted.id(), wanted.field(), wanted.token())
                        .map(WebFile::of));
    }

    /** A company's logo, which everybody may see. */
    public Optional<WebFile> logo(Visit visit, int company) {
        return dispatcher.asCaller(
                sessions.database(visit),
                new Credential.Anonymous(),
                visit.origin(),
                "logo",
                (transaction, caller) ->
                        models.logo(transaction, caller, company).map(WebFile::of));
    }

    /** The public attachment that is to be served at this path. */
    public Optional<WebFile> at(Visit visit, String path) {
        return dispatcher.asCaller(
                sessions.database(visit),
                new Credential.Anonymous(),
                visit.origin(),
                "path",
                (transaction, caller) -> models.attachmentAt(transaction, caller, path)
                        .flatMap(id -> models.file(transaction, caller, ATTACHMENT, id, "datas", ""))
                        .map(WebFile::of));
    }

    /** Attaches files to a record; answers what an upload form is told of each. */
    public List<Map<String, Object>> attach(Visit visit, String model, int id, List<Upload> files) {
        return files.stream().map(file -> attach(visit, model, id, file)).toList();
    }

    /** A file that a form brought. */
    public record Upload(String name, byte[] content) {}

    private Map<String, Object> attach(Visit visit, String model, int id, Upload file) {
        String base64 = Base64.getEncoder().encodeToString(file.content());
        Map<String, Object> values = Map.of("name", file.name(), "datas", base64, "res_model", model, "res_id", id);
        Object created = call(visit, "create", List.of(values));
        List<?> read = (List<?>) call(visit, "read", List.of(created, List.of("name", "mimetype", "file_size")));
        Map<?, ?> attachment = (Map<?, ?>) read.get(0);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("filename", attachment.get("name"));
        told.put("mimetype", attachment.get("mimetype"));
        told.put("id", attachment.get("id"));
        told.put("size", attachment.get("file_size"));
        return told;
    }

    private Object call(Visit visit, String method, List<Object> arguments) {
        return dispatcher.dispatch(new Call(
                sessions.database(visit), visit.credential(), ATTACHMENT, method, arguments, Map.of(), visit.origin()));
    }

    private Credential credential(Visit visit) {
        return sessions.caller(visit).isPresent() ? visit.credential() : new Credential.Anonymous();
    }
}
