package dev.sandoo.server.error;

/** What RPC says of a model that does not exist; other dialects have their own words for it. */
public final class UnknownModel extends UserError {
    private final String model;

    public UnknownModel(String model) {
        super("Object " + model + " doesn't exist");
        this.model = model;
    }

    /** The name that stands for nothing. */
    public String model() {
        return model;
    }
}
