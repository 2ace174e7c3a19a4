package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;

/** The index of what {@code mail} adds to records: followers, messages, tracked changes, activities. */
public final class MailAddon implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        new FollowerAddon().register(behaviours);
        new ChannelAddon().register(behaviours);
        new MessagePost().register(behaviours);
        new ThreadFields().register(behaviours);
        new ActivityFields().register(behaviours);
        new ActivityMethods().register(behaviours);
        behaviours
                .hooks(Behaviours.ANY_MODEL, new ThreadHooks())
                .hooks(Behaviours.ANY_MODEL, new TrackingHooks())
                .hooks(MessagePost.MESSAGE, new MessageHooks());
    }
}
