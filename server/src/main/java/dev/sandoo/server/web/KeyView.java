package dev.sandoo.server.web;

/** What the page shows that tells a new key, once. */
public record KeyView(Frame frame, String name, String key, String database, String login) {
    @Override
    public String toString() {
        return "KeyView[" + name + "]";
    }
}
