package org.zhengtong.base.schema.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Condition;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether a field is asked, given the answers so far: the one place where x-show-if is decided. */
class Asked {
    private static final int LONGEST_CHAIN = 8;

    private final List<FormPage> pages;
    private final JsonNode answers;

    Asked(List<FormPage> pages, JsonNode answers) {
        this.pages = pages;
        this.answers = answers;
    }

    boolean page(FormPage page) {
        return asked(page.content(), null, JsonNodeFactory.instance.objectNode(), 0);
    }

    /** Whether {@code field} of {@code parent} is asked beside these answers. */
    boolean field(Field field, Field.Group parent, JsonNode siblings) {
        return asked(field, parent, siblings, 0);
    }

    private boolean asked(Field field, Field.@Nullable Group parent, JsonNode siblings, int chain) {
        var condition = field.head().shownIf();
        if (condition == null) {
            return true;
        }
        // a field whose question is itself not asked opens nothing; a circle of conditions opens nothing either
        var controller = controller(pages, parent, condition);
        if (chain > LONGEST_CHAIN || controller.isEmpty()) {
            return false;
        }
        var absolute = condition.field().startsWith("/");
        var answer = absolute ? answers.at(condition.field()) : siblings.path(condition.field());
        return holds(condition, answer)
                && (absolute
                        ? pathAsked(condition.field(), chain + 1)
                        : asked(controller.get(), parent, siblings, chain + 1));
    }

    private boolean pathAsked(String pointer, int chain) {
        Field.Group parent = null;
        var at = answers;
        var level = pages.stream().<Field>map(FormPage::content).toList();
        for (var key : pointer.substring(1).split("/", -1)) {
            var found = level.stream().filter(field -> field.key().equals(key)).findFirst();
            if (found.isEmpty() || !asked(found.get(), parent, at, chain)) {
                return false;
            }
            at = at.path(key);
            parent = found.get() instanceof Field.Group group ? group : null;
            level = parent == null ? List.of() : parent.fields();
        }
        return true;
    }

    private static boolean holds(Condition condition, JsonNode answer) {
        if (answer.isArray()) {
            return answer.valueStream().anyMatch(each -> holds(condition, each));
        }
        return answer.isValueNode() && condition.equals().contains(answer.asString(""));
    }

    /** The field a condition looks at. */
    static Optional<Field> controller(List<FormPage> pages, Field.@Nullable Group parent, Condition condition) {
        if (!condition.field().startsWith("/")) {
            return parent == null ? Optional.empty() : parent.find(condition.field());
        }
        Optional<Field> at = Optional.empty();
        var level = pages.stream().<Field>map(FormPage::content).toList();
        for (var key : condition.field().substring(1).split("/", -1)) {
            at = level.stream().filter(field -> field.key().equals(key)).findFirst();
            level = at.filter(Field.Group.class::isInstance)
                    .map(group -> ((Field.Group) group).fields())
                    .orElse(List.of());
        }
        return at;
    }
}
