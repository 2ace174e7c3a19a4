package dev.sandoo.server.access;

import dev.sandoo.server.access.RuleExpression.Conditional;
import dev.sandoo.server.access.RuleExpression.Constant;
import dev.sandoo.server.access.RuleExpression.Either;
import dev.sandoo.server.access.RuleExpression.Equal;
import dev.sandoo.server.access.RuleExpression.InGroup;
import dev.sandoo.server.access.RuleExpression.Items;
import dev.sandoo.server.access.RuleExpression.Joined;
import dev.sandoo.server.access.RuleExpression.Member;
import dev.sandoo.server.access.RuleExpression.Negated;
import dev.sandoo.server.access.RuleExpression.Path;
import dev.sandoo.server.access.RuleTokens.Kind;
import dev.sandoo.server.access.RuleTokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Python expressions that Odoo's record rules use: lists, tuples, constants, {@code user} and what hangs on it,
 * {@code company_ids}, list concatenation, {@code and/or/not}, comparisons, {@code has_group}, and comprehensions that take an
 * attribute of each record. Anything else is refused: there is no scripting engine behind it.
 */
public final class RuleParser {
    private final RuleTokens tokens;

    private RuleParser(RuleTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Parses the expression of a rule.
     *
     * @throws IllegalArgumentException naming rule and position, for what rules here cannot say
     */
    public static RuleExpression parse(String rule, String expression) {
        try {
            RuleParser parser = new RuleParser(new RuleTokens(expression.strip()));
            RuleExpression parsed = parser.conditional();
            if (parser.tokens.peek().kind() != Kind.END) {
                throw parser.tokens.unexpected();
            }
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("record rule '" + rule + "': " + e.getMessage(), e);
        }
    }

    private RuleExpression conditional() {
        RuleExpression then = or();
        if (!tokens.takes("if")) {
            return then;
        }
        RuleExpression test = or();
        tokens.require("else");
        return new Conditional(then, test, conditional());
    }

    private RuleExpression or() {
        RuleExpression left = and();
        while (tokens.takes("or")) {
            left = new Either(left, and(), true);
        }
        return left;
    }

    private RuleExpression and() {
        RuleExpression left = not();
        while (tokens.takes("and")) {
            left = new Either(left, not(), false);
        }
        return left;
    }

    private RuleExpression not() {
        return tokens.takes("not") ? new Negated(not()) : comparison();
    }

    private RuleExpression comparison() {
        RuleExpression left = sum();
        if (tokens.takes("==")) {
            return new Equal(left, sum(), true);
        }
        if (tokens.takes("!=")) {
            return new Equal(left, sum(), false);
        }
        if (tokens.takes("in")) {
            return new Member(left, sum(), true);
        }
        if (tokens.takes("not")) {
            tokens.require("in");
            return new Member(left, sum(), false);
        }
        return left;
    }

    private RuleExpression sum() {
        RuleExpression left = atom();
        while (tokens.takes("+")) {
            left = new Joined(left, atom());
        }
        return left;
    }

    private RuleExpression atom() {
        if (tokens.takes("[")) {
            return list();
        }
        if (tokens.takes("(")) {
            return tuple();
        }
        if (tokens.takes("-")) {
            return new Constant(-(Integer) number(tokens.take()));
        }
        Token token = tokens.peek();
        return switch (token.kind()) {
            case TEXT -> new Constant(tokens.take().text());
            case NUMBER -> new Constant(number(tokens.take()));
            case WORD -> word(tokens.take().text());
            case SIGN, END -> throw tokens.unexpected();
        };
    }

    private static Object number(Token token) {
        if (token.kind() != Kind.NUMBER) {
            throw new IllegalArgumentException(token.text() + " is no number");
        }
        return token.text().contains(".") ? (Object) Double.valueOf(token.text()) : Integer.valueOf(token.text());
    }

    private RuleExpression word(String word) {
        return switch (word) {
            case "True" -> new Constant(true);
            case "False" -> new Constant(false);
            case "None" -> new Constant(null);
            default -> path(word);
        };
    }

    private RuleExpression path(String root) {
        List<String> attributes = new ArrayList<>();
        while (tokens.takes(".")) {
            String attribute = tokens.take().text();
            if (!tokens.takes("(")) {
                attributes.add(attribute);
                continue;
            }
            Token argument = tokens.peek();
            if (argument.kind() != Kind.TEXT) {
                throw new IllegalArgumentException(attribute + "() is not known in rules");
            }
            tokens.take();
            tokens.require(")");
            if (attribute.equals("has_group") && root.equals("user")) {
                return new InGroup(argument.text());
            }
            if (!attribute.equals("mapped")) {
                throw new IllegalArgumentException(attribute + "() is not known in rules");
            }
            attributes.addAll(List.of(argument.text().split("\\.")));
        }
        return new Path(root, attributes);
    }

    private RuleExpression list() {
        List<RuleExpression> items = new ArrayList<>();
        while (!tokens.takes("]")) {
            items.add(conditional());
            if (items.size() == 1 && tokens.takes("for")) {
                return comprehension(items.get(0));
            }
            if (!tokens.takes(",")) {
                tokens.require("]");
                break;
            }
        }
        return new Items(items);
    }

    /** {@code [x.a for x in user.b]} is {@code user.b.a}, with {@code id} of each record standing for {@code ids}. */
    private RuleExpression comprehension(RuleExpression item) {
        String name = tokens.take().text();
        tokens.require("in");
        RuleExpression source = conditional();
        tokens.require("]");
        if (!(item instanceof Path taken)
                || !(source instanceof Path from)
                || !taken.root().equals(name)) {
            throw new IllegalArgumentException("this comprehension is not known in rules");
        }
        List<String> attributes = new ArrayList<>(from.attributes());
        taken.attributes().forEach(attribute -> attributes.add(attribute.equals("id") ? "ids" : attribute));
        return new Path(from.root(), attributes);
    }

    private RuleExpression tuple() {
        List<RuleExpression> items = new ArrayList<>();
        boolean comma = false;
        while (!tokens.takes(")")) {
            items.add(conditional());
            if (!tokens.takes(",")) {
                tokens.require(")");
                break;
            }
            comma = true;
        }
        return items.size() == 1 && !comma ? items.get(0) : new Items(items);
    }
}
