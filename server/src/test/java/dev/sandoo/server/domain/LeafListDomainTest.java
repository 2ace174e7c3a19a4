package dev.sandoo.server.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How domains that are lists are joined. Source: {@code __domain} of recorded answers, 14.0, orm_group. */
class LeafListDomainTest {
    private static final List<Object> A = List.of("a", "=", 1);
    private static final List<Object> B = List.of("b", "=", 2);
    private static final List<Object> C = List.of("c", "=", 3);

    @Test
    void impliedAndsAreWrittenOut() {
        assertEquals(List.of("&", "|", A, B, C), LeafListDomain.normalized(List.of("|", A, B, C)));
        assertEquals(List.of("&", "!", A, B), LeafListDomain.normalized(List.of("!", A, B)));
    }

    @Test
    void partsStayAsTheyAre() {
        List<Object> both = List.of("&", B, C);

        assertEquals(List.of("&", A, "&", B, C), LeafListDomain.all(List.of(List.of((Object) A), both)));
    }

    @Test
    void emptyPartsHaveNoSay() {
        assertEquals(List.of(A), LeafListDomain.all(List.of(List.of((Object) A), List.of())));
    }
}
