package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.ui.Texts;

/** Reads the drawing of another tool into a draft, as far as it is structured, and reports the rest. */
@Component
public class BpmnImport {

    /** Largest file that is read, in octets. */
    public static final int MOST_BYTES = BpmnFile.MOST_BYTES;

    private final Holders holders;
    private final Texts texts;

    BpmnImport(Holders holders, Texts texts) {
        this.holders = holders;
        this.texts = texts;
    }

    /** What became of a file. */
    public sealed interface Outcome {
        /** The draft with another drawing; the old one can be brought back. Each line of the report is a sentence. */
        record Taken(ItemContent content, List<String> report) implements Outcome {}

        /** Nothing was taken: not BPMN, or broken; the sentence says where. */
        record Unreadable(String sentence) implements Outcome {}
    }

    /** Puts the drawing of a file in the place of the draft's. Lanes are departments when they are called so. */
    public Outcome read(ItemContent content, List<Department> departments, byte[] file, Locale locale) {
        try {
            var taken = BpmnTree.into(content, BpmnFile.read(file), lane -> department(lane, departments));
            var report = taken.notes().stream()
                    .map(note -> texts.say(
                            locale,
                            "design.bpmn.note." + note.key(),
                            note.arguments().toArray()))
                    .toList();
            return new Outcome.Taken(Undo.keepTree(taken.content(), content), report);
        } catch (BpmnFile.Unreadable unreadable) {
            return new Outcome.Unreadable(
                    unreadable.line == 0
                            ? texts.say(locale, "design.bpmn.unreadable")
                            : texts.say(locale, "design.bpmn.unreadable_at", unreadable.line));
        }
    }

    /** By id, by whole or short name, or by the end of one name only, such as 市税务局. */
    private Optional<String> department(String lane, List<Department> departments) {
        return holders.find(lane)
                .or(() -> only(
                        departments,
                        each -> each.name().equals(lane) || each.shortName().equals(lane)))
                .or(() -> only(departments, each -> each.name().endsWith(lane)))
                .map(found -> found.id().value());
    }

    private static Optional<Department> only(List<Department> departments, Predicate<Department> called) {
        var found = departments.stream().filter(called).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
