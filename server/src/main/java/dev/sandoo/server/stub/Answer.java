package dev.sandoo.server.stub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a stub does with a call: waits, changes records, then answers with an error, with a value, or with what the method itself
 * answers.
 *
 * @param value empty to have the method itself answer, unless there is an error
 */
record Answer(Duration delay, List<RecordChange> records, Optional<StubError> error, Optional<Template> value) {
    Answer {
        records = List.copyOf(records);
    }
}
