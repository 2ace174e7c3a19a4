package dev.sandoo.server.stub;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Document;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.shelf.Entries;
import dev.sandoo.server.shelf.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of stubs and of models of one's own, checked as far as can be without a database.
 *
 * @param models what the modules declare, by the model's name
 */
public record StubFile(Map<String, Node> models, List<Entry> stubs) {
    public StubFile {
        models = new LinkedHashMap<>(models);
        stubs = List.copyOf(stubs);
    }

    /**
     * Reads a document.
     *
     * @param source its file's name; stubs without a name are called by that and their number
     * @throws BadDocumentException that tells all that is wrong with it
     */
    public static StubFile parse(OdooVersion version, Optional<String> source, String text) {
        Node root = Document.read(source.orElse("the body"), text).allow("models", "stubs");
        StubReader reader = new StubReader(DomainParser.of(version));
        Entries stubs = new Entries("stub", source);
        for (Node node : root.find("stubs").map(Node::items).orElse(List.of())) {
            reader.read(node, "").ifPresent(stub -> stubs.add(stub.name(), node));
        }
        Map<String, Node> models = root.find("models").map(Node::entries).orElse(Map.of());
        root.document().requireGood();
        return new StubFile(models, stubs.all());
    }
}
