package dev.sandoo.server.addons.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserGroupSyncTest {
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(List.of(List.of(6, 0, List.of(3, 1))), List.of(3, 1)),
                Arguments.of(List.of(List.of(4, 9)), List.of(1, 2, 9)),
                Arguments.of(List.of(List.of(4, 1, 0)), List.of(1, 2)),
                Arguments.of(List.of(List.of(3, 1)), List.of(2)),
                Arguments.of(List.of(List.of(2, 1)), List.of(2)),
                Arguments.of(List.of(List.of(5)), List.of()),
                Arguments.of(List.of(List.of(5, 0, 0), List.of(4, 7)), List.of(7)),
                Arguments.of(List.of(8), List.of(1, 2, 8)),
                Arguments.of(List.of(), List.of(1, 2)),
                Arguments.of(false, List.of(1, 2)),
                Arguments.of("nonsense", List.of(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void groupsStandInTheOrderThatCommandsPutThemIn(Object commands, List<Integer> groups) {
        assertEquals(groups, UserGroupSync.applied(List.of(1, 2), commands));
    }
}
