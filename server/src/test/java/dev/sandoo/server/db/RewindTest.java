package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.TableCounts.Count;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which changes a reset undoes, and which take a new clone. */
class RewindTest {
    /** A source with 10 rows in a small table and very many in a large one. */
    private static final Rewind.Source SOURCE = new Rewind.Source() {
        @Override
        public boolean isComplete(String table, Count count) {
            return count.old() == (table.equals("large") ? 1_000_000 : 10);
        }

        @Override
        public boolean isSmall(String table) {
            return !table.equals("large");
        }
    };

    @Test
    void nothingIsEasilyUndone() {
        assertTrue(Rewind.canUndo(Map.of(), SOURCE));
    }

    @Test
    void newRowsAreDeleted() {
        assertTrue(Rewind.canUndo(Map.of("small", new Count(15, 5), "large", new Count(1_000_005, 5)), SOURCE));
    }

    @Test
    void lostRowsOfSmallTablesArePutBack() {
        assertTrue(Rewind.canUndo(Map.of("small", new Count(8, 1)), SOURCE));
        assertTrue(Rewind.canUndo(Map.of("small", Count.NONE), SOURCE));
    }

    @Test
    void lostRowsOfLargeTablesTakeAClone() {
        assertFalse(Rewind.canUndo(Map.of("small", new Count(15, 5), "large", new Count(1_000_000, 1)), SOURCE));
    }

    @Test
    void changedTablesTakeAClone() {
        String catalogue = "pg_catalog.pg_attribute";
        assertTrue(TableCounts.isCatalogue(catalogue));

        assertFalse(Rewind.canUndo(Map.of("small", new Count(15, 5), catalogue, new Count(11, 1)), SOURCE));
    }
}
