package dev.sandoo.server.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What stands for what: ids and texts of the recording, and those that took their place in the replay. One to one. */
final class Matches {
    private final Map<String, Map<Integer, Integer>> ids = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> back = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** The id to send for a recorded one. */
    int id(String model, int recorded) {
        return ids.getOrDefault(model, Map.of()).getOrDefault(recorded, recorded);
    }

    /** The id to send for a recorded one of a model that is not known: only where all models agree. */
    int idOfAnyModel(int recorded) {
        int[] found = ids.values().stream()
                .map(known -> known.get(recorded))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
        return found.length == 1 ? found[0] : recorded;
    }

    /** Whether an id can stand for a recorded one; from now on it does, and no other. */
    boolean match(String model, int recorded, int actual) {
        Map<Integer, Integer> forth = ids.computeIfAbsent(model, name -> new HashMap<>());
        Map<Integer, Integer> origins = back.computeIfAbsent(model, name -> new HashMap<>());
        Integer known = forth.get(recorded);
        if (known != null) {
            return known == actual;
        }
        if (origins.containsKey(actual)) {
            return false;
        }
        forth.put(recorded, actual);
        origins.put(actual, recorded);
        return true;
    }

    /** Whether some model's id stands for the other. */
    boolean stands(int recorded, int actual) {
        return ids.values().stream().anyMatch(known -> Integer.valueOf(actual).equals(known.get(recorded)));
    }

    /** Whether a document's number can stand for a recorded one. */
    boolean matchNumber(String recorded, String actual) {
        return numbers.computeIfAbsent(recorded, number -> actual).equals(actual);
    }

    /** Notes that a text of an answer came differently. */
    void noteText(String recorded, String actual) {
        texts.putIfAbsent(recorded, actual);
    }

    /** The text to send for a recorded one. */
    Optional<String> text(String recorded) {
        return Optional.ofNullable(texts.get(recorded));
    }
}
