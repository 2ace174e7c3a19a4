package dev.sandoo.server.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.seed.CsvLines.OpenQuoteException;
import dev.sandoo.server.seed.CsvLines.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
    @Test
    void cellsStandBetweenCommas() {
        assertEquals(
                List.of(new Row(1, List.of("id", "name", "")), new Row(2, List.of("", " a b ", "1"))),
                rows("id,name,\n, a b ,1"));
    }

    @Test
    void quotedCellsHoldCommasQuotesAndLines() {
        assertEquals(
                List.of(new Row(1, List.of("a,b", "say \"hi\"", "one\r\ntwo")), new Row(3, List.of("", "x"))),
                rows("\"a,b\",\"say \"\"hi\"\"\",\"one\r\ntwo\"\r\n\"\",x\r\n"));
    }

    @Test
    void linesAreCountedOverEmptyOnes() {
        assertEquals(List.of(new Row(1, List.of("name")), new Row(4, List.of("Ada"))), rows("name\n\n\r\nAda\n"));
    }

    @Test
    void rowsEndHoweverTheSystemEndsThem() {
        assertEquals(rows("a,b\nc,d\n"), rows("a,b\r\nc,d"));
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfTheFirstCell() {
        assertEquals(List.of(new Row(1, List.of("id"))), rows("\uFEFFid\n"));
    }

    @Test
    void quotesWithinACellAreLetters() {
        assertEquals(List.of(new Row(1, List.of("5\" pipe", "x"))), rows("5\" pipe,x"));
    }

    @Test
    void aQuoteThatIsNotClosedIsToldByItsLine() {
        OpenQuoteException open = assertThrows(OpenQuoteException.class, () -> rows("name\nAda\n\"Bert\nCleo\n"));

        assertEquals(3, open.line());
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertEquals(List.of(), rows(""));
        assertEquals(List.of(), rows("\n\n"));
    }

    private static List<Row> rows(String text) {
        return new CsvLines(text).read();
    }
}
