package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Names the record in new messages where the name is kept, and asks whether their maker may post on it. */
final class MessageHooks implements ModelHooks {
    private static final String NAME = "record_name";

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        if (!env.registry().model(MessagePost.MESSAGE).fields().get(NAME).stored()) {
            return;
        }
        for (Map<String, Object> one : values) {
            if (!one.containsKey(NAME)) {
                Records record = ThreadFields.record(env, one.get("model"), one.get("res_id"));
                if (!record.isEmpty()) {
                    one.put(NAME, record.sudo().text("display_name"));
                }
            }
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        if (created.env().isSuperuser()) {
            return;
        }
        for (Records message : created) {
            Records kept = message.sudo();
            Records record = ThreadFields.record(created.env(), kept.get("model"), kept.get("res_id"));
            if (!record.isEmpty()) {
                MessageRights.check(message, record);
            }
        }
    }
}
