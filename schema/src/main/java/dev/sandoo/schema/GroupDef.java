package dev.sandoo.schema;

import java.util.List;

/** A line of {@code res.groups}: the groups it implies directly are named by external id. */
public record GroupDef(int id, String externalId, String name, List<String> implied) {
    public GroupDef {
        implied = List.copyOf(implied);
    }
}
