package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.Environment;
import java.util.Set;

/** Which models have messages and followers of their own, and what a call's context wants to do without. */
final class MailThread {
    static final String FOLLOWERS = "message_follower_ids";

    /** Models whose makers do not follow what they make. Source: asked of 19.0 and 14.0. */
    private static final Set<String> UNFOLLOWED = Set.of("crm.team", "hr.department", "project.project");

    private MailThread() {}

    /** Whether records of the model have messages; those that only show another's through a delegate do not. */
    static boolean is(ModelDef model) {
        FieldDef followers = model.fields().get(FOLLOWERS);
        return followers != null && followers.stored();
    }

    static boolean logsCreation(Context context) {
        return !isSilent(context) && !context.isTrue("mail_create_nolog", false);
    }

    static boolean subscribesMaker(ModelDef model, Context context) {
        return !isSilent(context)
                && !context.isTrue("mail_create_nosubscribe", false)
                && !UNFOLLOWED.contains(model.name());
    }

    static boolean tracks(Context context) {
        return !isSilent(context) && !context.isTrue("mail_notrack", false);
    }

    private static boolean isSilent(Context context) {
        return context.isTrue("tracking_disable", false);
    }

    /** The environment in which messages are kept: no rights are asked, and no defaults meant for the records are taken. */
    static Environment keeper(Environment env) {
        return env.sudo().with(env.context().withoutDefaults());
    }
}
