package dev.sandoo.server.web;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.web.PoliciesView.Question;
import dev.sandoo.server.web.PoliciesView.Row;
import dev.sandoo.server.web.PoliciesView.Verdict;
import java.util.List;

/** The list of key policies, and what one of them would say to a call. For administrators: others are refused by the models. */
record PoliciesPage(Forms forms) implements AccountPage.Content {
    static final String PATH = "/my/security/policies";

    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        Policies policies = new Policies(account);
        List<Row> rows = policies.all().stream()
                .map(one -> new Row(one.id(), one.name(), one.active(), one.changed(), one.changedBy()))
                .toList();
        Question question = new Question(
                request.given("key"), request.given("model"), request.given("method"), request.given("fields"));
        if (question.key().isEmpty()) {
            return shown(new PoliciesView(frame, rows, "", question, List.of()));
        }
        if (!question.key().matches("\\d{1,9}")) {
            return shown(new PoliciesView(frame, rows, "Name the API key by its number.", question, List.of()));
        }
        try {
            List<Verdict> verdicts = policies.explain(
                    Integer.parseInt(question.key()), question.model(), question.method(), question.fields());
            return shown(new PoliciesView(frame, rows, "", question, verdicts));
        } catch (OdooError refused) {
            return shown(new PoliciesView(frame, rows, refused.getMessage(), question, List.of()));
        }
    }

    private PageAnswer shown(PoliciesView view) {
        return PageAnswer.page(forms.render("policies", view));
    }
}
