package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** What creating and deleting does to messages and followers: a first message, the maker follows, and nothing is left. */
final class ThreadHooks implements ModelHooks {
    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        if (!MailThread.is(created.model())) {
            return;
        }
        Environment env = created.env();
        Context context = env.context();
        int maker = env.caller().partnerId();
        if (MailThread.subscribesMaker(created.model(), context) && maker != 0) {
            Subscriptions.add(created, List.of(maker), List.of());
        }
        if (MailThread.logsCreation(context)) {
            MailThread.keeper(env).model(MessagePost.MESSAGE).createAll(CreationMessage.of(created));
        }
    }

    @Override
    public void beforeUnlink(Records records) {
        if (!MailThread.is(records.model())) {
            return;
        }
        unlink(records, MessagePost.MESSAGE, "model");
        unlink(records, "mail.followers", "res_model");
        if (records.model().fields().containsKey("activity_ids")) {
            unlink(records, "mail.activity", "res_model");
        }
    }

    private static void unlink(Records records, String model, String modelField) {
        MailThread.keeper(records.env())
                .with("active_test", false)
                .model(model)
                .search(Condition.term(
                                modelField, Operator.EQUALS, records.model().name())
                        .and(Condition.term("res_id", Operator.IN, records.ids())))
                .unlink();
    }
}
