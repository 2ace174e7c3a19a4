package dev.sandoo.server.addons.mail;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.orm.Records;
import java.util.Set;

/** Who may post on a record: who may change it. In channels whoever may read. */
final class MessageRights {
    private static final Set<String> FOR_READERS = Set.of("discuss.channel", "mail.channel");

    private MessageRights() {}

    /**
     * Makes sure that the caller may have created the message.
     *
     * @throws AccessError that names the message, or the record where the version does so
     */
    static void check(Records message, Records record) {
        Operation needed = FOR_READERS.contains(record.model().name()) ? Operation.READ : Operation.WRITE;
        if (message.env().isSuperuser()) {
            return;
        }
        if (!message.env().version().has("mail.post-refused-by-message")) {
            record.require(needed);
        } else if (!record.may(needed)) {
            throw new AccessError("The requested operation cannot be completed due to security restrictions."
                    + " Please contact your system administrator.\n\n(Document type: "
                    + message.model().description() + ", Operation: create)\n\nRecords: " + message.id() + ", User: "
                    + message.env().uid());
        }
    }
}
