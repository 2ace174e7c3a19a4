package dev.sandoo.server.domain;

import dev.sandoo.server.error.PythonError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The stack on which prefix notation, read from its end, becomes a tree. Chains of one operator become one flat node however
 * long they are; only alternation nests, and only so deep as a recursive reader can bear. Not thread-safe.
 */
final class ConditionBuilder {
    static final int MAX_DEPTH = 300;

    private final Deque<Node> stack = new ArrayDeque<>();

    /** A finished condition, or parts joined by one operator that may still grow. */
    private static final class Node {
        private final Condition leaf;
        private final boolean any;
        private final Deque<Node> parts = new ArrayDeque<>();
        private int depth = 1;

        Node(Condition leaf) {
            this.leaf = leaf;
            this.any = false;
        }

        Node(boolean any) {
            this.leaf = null;
            this.any = any;
        }

        boolean joins(boolean anyParts) {
            return leaf == null && any == anyParts;
        }

        void deepen(Node part) {
            depth = Math.max(depth, part.depth + 1);
            if (depth > MAX_DEPTH) {
                throw PythonError.of("RecursionError", "maximum recursion depth exceeded");
            }
        }

        Condition build() {
            if (leaf != null) {
                return leaf;
            }
            List<Condition> built = new ArrayList<>(parts.size());
            parts.forEach(part -> built.add(part.build()));
            return any ? Condition.anyOf(built) : Condition.allOf(built);
        }
    }

    void push(Condition condition) {
        stack.push(new Node(condition));
    }

    /** Joins the two topmost by {@code &} or {@code |}; answers whether there were two. */
    boolean join(boolean any) {
        if (stack.size() < 2) {
            return false;
        }
        Node first = stack.pop();
        Node second = stack.pop();
        stack.push(joined(first, second, any));
        return true;
    }

    /** Negates the topmost; answers whether there was one. */
    boolean negate() {
        if (stack.isEmpty()) {
            return false;
        }
        Condition condition = stack.pop().build();
        stack.push(new Node(condition instanceof Condition.Not not ? not.part() : new Condition.Not(condition)));
        return true;
    }

    /** All that is left, joined by {@code &}. */
    Condition build() {
        List<Condition> parts = new ArrayList<>(stack.size());
        stack.forEach(node -> parts.add(node.build()));
        return Condition.allOf(parts);
    }

    private static Node joined(Node first, Node second, boolean any) {
        if (second.joins(any)) {
            if (!first.joins(any)) {
                second.parts.addFirst(first);
                second.deepen(first);
                return second;
            }
            first.parts.addAll(second.parts);
            second.parts.forEach(first::deepen);
            return first;
        }
        Node group = first.joins(any) ? first : new Node(any);
        if (group != first) {
            group.parts.add(first);
            group.deepen(first);
        }
        group.parts.add(second);
        group.deepen(second);
        return group;
    }
}
