package dev.sandoo.server.web;

import java.util.List;

/**
 * What the pages about databases show.
 *
 * @param open where a database's name leads, but for the name
 * @param manages whether there are forms that change something
 * @param managed whether the server lets anybody change something
 * @param languages pairs of code and name
 * @param countries the same
 */
public record DatabasesView(
        Frame frame,
        List<String> names,
        String open,
        boolean manages,
        boolean managed,
        List<List<String>> languages,
        List<List<String>> countries,
        String error) {
    public DatabasesView {
        names = List.copyOf(names);
        languages = List.copyOf(languages);
        countries = List.copyOf(countries);
    }
}
