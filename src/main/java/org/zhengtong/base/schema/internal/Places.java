package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Where each asked field of a page stands, in the order of the page: pointer, field, titles on the way. */
class Places {
    private final Asked asked;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** A field in its place; {@code answer} may be missing. */
    record Place(String pointer, Field field, List<Words> path, JsonNode answer, boolean conditional) {
        Words title() {
            return path.isEmpty() ? field.head().title() : path.getLast();
        }
    }

    private Places(Asked asked) {
        this.asked = asked;
    }

    static Map<String, Place> of(FormPage page, Asked asked, JsonNode answers) {
        var places = new Places(asked);
        places.group(page.content(), "/" + page.key(), List.of(), answers.path(page.key()));
        return places.places;
    }

    private void group(Field.Group group, String pointer, List<Words> path, JsonNode answers) {
        for (var field : group.fields()) {
            if (asked.field(field, group, answers)) {
                var title = extended(path, field.head().title());
                add(field, pointer + "/" + field.key(), title, answers.path(field.key()));
            }
        }
    }

    private void add(Field field, String pointer, List<Words> path, JsonNode answer) {
        places.put(pointer, new Place(pointer, field, path, answer, field.head().shownIf() != null));
        switch (field) {
            case Field.Group inner -> group(inner, pointer, path, answer);
            case Field.Rows rows -> {
                for (int i = 0; i < answer.size(); i++) {
                    var title = numbered(rows.row().head().title(), i + 1);
                    // a row's number says enough: the title of the list is left out of the path
                    var rowPath = extended(path.subList(0, path.size() - 1), title);
                    var at = pointer + "/" + i;
                    places.put(at, new Place(at, rows.row(), rowPath, answer.get(i), false));
                    group(rows.row(), at, rowPath, answer.get(i));
                }
            }
            default -> {
                // no parts
            }
        }
    }

    static Words numbered(Words title, int number) {
        var english = title.english();
        return new Words(title.chinese() + " " + number, english == null ? null : english + " " + number);
    }

    private static List<Words> extended(List<Words> path, Words title) {
        var longer = new ArrayList<>(path);
        longer.add(title);
        return List.copyOf(longer);
    }
}
