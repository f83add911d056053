package org.zhengtong.app.design.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.base.ui.FieldFault;

/**
 * The drawing of a procedure, the piece that is chosen at its side, and what is wrong below.
 *
 * @param node the chosen piece; null when none is
 * @param departments to choose a step's department from
 * @param answers fields of the form that a condition can ask
 * @param undo whether something removed can be brought back
 * @param report what of a file was taken otherwise or left out; null when none was read
 */
public record DrawingPage(
        ItemDesign draft,
        @Nullable Node node,
        List<Shown> tree,
        List<Option> departments,
        String department,
        List<Option> answers,
        List<FieldFault> problems,
        List<FieldFault> errors,
        boolean undo,
        @Nullable List<String> report) {

    /**
     * A piece with what its box says.
     *
     * @param who the department of a step
     */
    public record Shown(Node node, String title, String who, String line, boolean faulty, List<Shown> children) {}

    /** The same after a file was read. */
    DrawingPage reporting(List<String> lines) {
        return new DrawingPage(draft, node, tree, departments, department, answers, problems, errors, undo, lines);
    }

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    public boolean chosen(Node other) {
        return node != null && node.id() == other.id();
    }
}
