package dev.sandoo.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages' templates, which were made classes when Sandoo was built. Thread-safe. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A template filled in with what it shows. */
    String render(String name, Object view) {
        StringOutput html = new StringOutput();
        engine.render(name + ".jte", Map.of("view", view), html);
        return html.toString();
    }
}
