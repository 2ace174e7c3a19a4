package dev.sandoo.server;

import dev.sandoo.schema.load.BaseData;
import dev.sandoo.server.rpc.DatabaseService;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Languages and countries as a fresh database has them. Reads them when asked, which is rare. */
record WorldCatalogue(BaseData data) implements DatabaseService.Catalogue {
    @Override
    public List<List<String>> languages() {
        return pairs("res.lang", code -> code);
    }

    @Override
    public List<List<String>> countries() {
        return pairs("res.country", code -> code.toLowerCase(Locale.ROOT));
    }

    private List<List<String>> pairs(String model, UnaryOperator<String> spelling) {
        return data.records(model).stream()
                .map(record -> List.of(spelling.apply((String) record.get("code")), (String) record.get("name")))
                .sorted(Comparator.comparing(pair -> pair.get(1)))
                .toList();
    }
}
