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
        boolean undo) {

    /**
     * A piece with what its box says.
     *
     * @param who the department of a step
     */
    public record Shown(Node node, String title, String who, String line, boolean faulty, List<Shown> children) {}

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    public boolean chosen(Node other) {
        return node != null && node.id() == other.id();
    }
}
