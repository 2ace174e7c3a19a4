package dev.sandoo.server.seed;

/** Where something stands. */
record Place(String file, int line) {
    /** What is wrong there. */
    String problem(String wrong) {
        return file + " line " + line + ": " + wrong;
    }

    /** What is wrong with a field there. */
    String problem(String field, String wrong) {
        return file + " line " + line + ", " + field + ": " + wrong;
    }
}
