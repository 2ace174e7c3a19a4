package dev.sandoo.server.control.seeds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.control.RawBody;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.seed.SeedFile;
import dev.sandoo.server.seed.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code POST /databases/{db}/seeds}. */
public final class WriteSeeds implements ControlEndpoint<RawBody> {
    private static final String FILE = "file";
    private static final String MODEL = "model";

    private final Seeds seeds;
    private final Databases databases;

    /** What was written. */
    public record Answer(
            @JsonPropertyDescription("How many records of each model")
            Map<String, Integer> records) {}

    public WriteSeeds(Seeds seeds, Databases databases) {
        this.seeds = Objects.requireNonNull(seeds, "seeds");
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<RawBody> operation() {
        return Operation.of(
                        "writeSeeds",
                        "Writes the records of a YAML, JSON or CSV file, or of a zip file with several, all or none.")
                .takes(RawBody.class)
                .asks(FILE, "The file's name, for messages; that of a CSV file tells the model.")
                .asks(MODEL, "The model of a CSV file.")
                .answers(Answer.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.INVALID_SEEDS);
    }

    @Override
    public Answer answer(ControlRequest<RawBody> request) {
        if (databases.open(request.database()).isEmpty()) {
            throw ControlException.unknownDatabase(request.database(), databases.list());
        }
        return new Answer(seeds.write(request.database(), files(request)));
    }

    private static List<SeedFile> files(ControlRequest<RawBody> request) {
        byte[] content = request.body().bytes();
        return switch (request.body().mediaType()) {
            case "application/zip" -> SeedFile.inZip(content);
            case "application/json" -> List.of(new SeedFile(request.query(FILE).orElse("seeds.json"), content));
            case "application/yaml", "application/x-yaml", "text/yaml" ->
                List.of(new SeedFile(request.query(FILE).orElse("seeds.yaml"), content));
            case "text/csv" -> List.of(csv(request, content));
            default ->
                throw new ControlException(
                        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                        "send application/yaml, application/json, text/csv or application/zip");
        };
    }

    private static SeedFile csv(ControlRequest<RawBody> request, byte[] content) {
        String name = request.query(MODEL)
                .map(model -> model + ".csv")
                .or(() -> request.query(FILE))
                .orElseThrow(() -> new ControlException(
                        ProblemKind.INVALID_SEEDS, "a CSV file needs the query's model, as in ?model=res.partner"));
        return new SeedFile(name, content);
    }
}
