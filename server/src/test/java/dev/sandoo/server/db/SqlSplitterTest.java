package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {
    @Test
    void statementsEndAtSemicolons() {
        assertEquals(List.of("SELECT 1", "SELECT 2"), split("SELECT 1; SELECT 2;\n"));
    }

    @Test
    void semicolonsInTextsAndNamesAreNoEnds() {
        assertEquals(List.of("SELECT 'it''s; so', \"a;b\""), split("SELECT 'it''s; so', \"a;b\";\n"));
    }

    @Test
    void functionsAreWhole() {
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$\nSELECT $1; SELECT $$x;$$;\n$body$";

        assertEquals(List.of(function, "SELECT f()"), split(function + ";\nSELECT f();\n"));
    }

    @Test
    void emptyDollarQuotesEndAtOnce() {
        assertEquals(List.of("SELECT $$$$", "SELECT 2"), split("SELECT $$$$; SELECT 2;\n"));
    }

    @Test
    void parametersOpenNoQuotes() {
        assertEquals(List.of("SELECT $1", "SELECT 2"), split("SELECT $1; SELECT 2;\n"));
    }

    @Test
    void commentsAreLeftOut() {
        assertEquals(List.of("SELECT 1"), split("-- a; comment\nSELECT 1; -- another;\n"));
    }

    @Test
    void whatIsNotEndedIsNotGiven() {
        SqlSplitter splitter = new SqlSplitter();

        assertEquals(List.of(), splitter.add("SELECT\n"));
        assertEquals(List.of("SELECT\n1"), splitter.add("1;\n"));
    }

    private static List<String> split(String script) {
        SqlSplitter splitter = new SqlSplitter();
        List<String> statements = new ArrayList<>();
        script.lines().forEach(line -> statements.addAll(splitter.add(line + "\n")));
        return statements;
    }
}
