package dev.sandoo.server.orm;

/** The index of methods that move records as rows of cells, with external ids. */
public final class ImportExport implements Addon {
    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(Behaviours.ANY_MODEL, "export_data", ExportData::call)
                .method(Behaviours.ANY_MODEL, "load", Load::call);
    }
}
