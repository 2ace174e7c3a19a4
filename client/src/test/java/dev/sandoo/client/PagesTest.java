package dev.sandoo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void pagesFollowOneAnother() {
        assertEquals(IntStream.range(0, 5).boxed().toList(), read(Query.all().pageSize(2), 5));
        assertEquals(List.of("0+2", "2+2", "4+2"), calls);
    }

    @Test
    void onlyPagesThatAreReadAreFetched() {
        List<Integer> first = Pages.stream(Query.all().pageSize(2), (offset, limit) -> page(offset, limit, 100))
                .limit(3)
                .map(OdooRecord::id)
                .toList();

        assertEquals(List.of(0, 1, 2), first);
        assertEquals(List.of("0+2", "2+2"), calls);
    }

    @Test
    void limitBoundsTheLastPage() {
        assertEquals(List.of(10, 11, 12), read(Query.all().offset(10).limit(3).pageSize(2), 100));
        assertEquals(List.of("10+2", "12+1"), calls);
    }

    @Test
    void limitThatFillsAPageNeedsNoFurtherCall() {
        assertEquals(List.of(0, 1), read(Query.all().limit(2).pageSize(2), 100));
        assertEquals(List.of("0+2"), calls);
    }

    @Test
    void nothingFoundIsOneCall() {
        assertEquals(List.of(), read(Query.all(), 0));
        assertEquals(1, calls.size());
    }

    private List<Integer> read(Query query, int stored) {
        return Pages.stream(query, (offset, limit) -> page(offset, limit, stored))
                .map(OdooRecord::id)
                .toList();
    }

    private List<OdooRecord> page(int offset, int limit, int stored) {
        calls.add(offset + "+" + limit);
        return IntStream.range(offset, Math.min(offset + limit, stored))
                .mapToObj(id -> new OdooRecord(Map.of("id", id)))
                .toList();
    }
}
