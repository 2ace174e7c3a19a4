package dev.sandoo.server.addons.policy;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.policy.Explanation;
import dev.sandoo.server.access.policy.KeyExplanations;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What policies can be asked. */
final class PolicyMethods {
    private PolicyMethods() {}

    /** Whether a call with a key would pass, and by which line of its policy. */
    static Object explain(Records self, Arguments arguments) {
        self.requireModelRight(Operation.READ);
        if (!(arguments.get("key_id") instanceof Integer key)) {
            throw new UserError("Name the API key by its number.");
        }
        List<String> fields = new ArrayList<>(arguments.map("values").keySet());
        KeyExplanations.Question question = new KeyExplanations.Question(
                PythonValues.str(arguments.get("model")),
                PythonValues.str(arguments.get("method")),
                fields,
                Optional.empty(),
                Optional.empty());
        return wire(KeyExplanations.of(self.env().transaction(), key, question)
                .orElseThrow(() -> new UserError("There is no API key " + key + ".")));
    }

    private static Map<String, Object> wire(Explanation explanation) {
        List<Object> lines = new ArrayList<>();
        for (Explanation.Verdict verdict : explanation.verdicts()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("allowed", verdict.allowed());
            line.put("dimension", verdict.dimension());
            line.put("line", verdict.line());
            line.put("text", verdict.text());
            lines.add(line);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowed", explanation.isAllowed());
        answer.put("verdicts", lines);
        return answer;
    }
}
