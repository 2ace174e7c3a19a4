package dev.sandoo.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.rpc.WebFiles;
import java.util.List;
import java.util.Map;

/** {@code /web/binary/upload_attachment}: attaches files to a record. Source: wire_http upload-attachment. */
record UploadPage(Forms forms, WebFiles files) implements PersonsOnly.PersonalPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public PageAnswer answer(PageRequest request, Caller caller) {
        return forms.guarded(this::upload).answer(request);
    }

    private static String json(List<Map<String, Object>> told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private PageAnswer upload(PageRequest request) {
        String id = request.field("id");
        List<Map<String, Object>> told = files.attach(
                request.visit(),
                request.field("model"),
                id.matches("\\d{1,9}") ? Integer.parseInt(id) : 0,
                request.files());
        return PageAnswer.told(json(told));
    }
}
