package dev.sandoo.server.web;

import dev.sandoo.server.error.OdooError;
import java.util.List;
import java.util.Optional;

/** One key policy: its document to change, what is wrong with it by line, and how it once was. */
record PolicyPage(Forms forms) implements AccountPage.Content {
    static final String NEW = PoliciesPage.PATH + "/new";
    private static final int NOT_FOUND = 404;
    private static final int WRONG = 422;
    private static final String EXAMPLE = """
            models:
              crm.lead: {methods: [create], fields: [name, contact_name, email_from, phone, description]}
            """;

    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        Policies policies = new Policies(account);
        if (request.path().equals(NEW)) {
            policies.all(); // whoever may not see policies is refused before the form
            return request.isPost()
                    ? saved(request, frame, policies, 0)
                    : shown(200, new PolicyView(frame, 0, "", EXAMPLE, true, List.of(), "", List.of()));
        }
        Optional<Policies.Policy> policy = id(request).flatMap(policies::byId);
        if (policy.isEmpty()) {
            return PageAnswer.page(
                    NOT_FOUND, forms.render("error", new ErrorView(frame, "Not found", "There is no such policy.")));
        }
        int id = policy.get().id();
        if (request.isPost()) {
            return saved(request, frame, policies, id);
        }
        String notice = request.given("done").isEmpty() ? "" : "The policy is saved and holds from the next call on.";
        return shown(
                200,
                new PolicyView(
                        frame,
                        id,
                        policy.get().name(),
                        policy.get().document(),
                        policy.get().active(),
                        List.of(),
                        notice,
                        policies.versions(id)));
    }

    private PageAnswer saved(PageRequest request, Frame frame, Policies policies, int id) {
        String name = request.field("name");
        String document = request.field("document");
        boolean active = id == 0 || !request.field("active").isEmpty();
        try {
            int kept = id;
            if (id == 0) {
                kept = policies.create(name, document);
            } else {
                policies.write(id, name, document, active);
            }
            return PageAnswer.redirect(PoliciesPage.PATH + "/" + kept + "?done=1");
        } catch (OdooError wrong) {
            List<String> problems = wrong.getMessage().lines().toList();
            return shown(WRONG, new PolicyView(frame, id, name, document, active, problems, "", List.of()));
        }
    }

    private PageAnswer shown(int status, PolicyView view) {
        return PageAnswer.page(status, forms.render("policy", view));
    }

    private static Optional<Integer> id(PageRequest request) {
        String text = request.values().getOrDefault("id", "");
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
