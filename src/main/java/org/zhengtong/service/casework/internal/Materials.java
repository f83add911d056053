package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the files in an application's answers, with the titles of the fields they were given for. */
final class Materials {

    private final List<MaterialRow> found = new ArrayList<>();

    private Materials() {}

    static List<MaterialRow> in(FormSchema form, ObjectNode answers) {
        var materials = new Materials();
        for (var page : form.pages()) {
            materials.visit(page.content(), answers.path(page.key()), page.key());
        }
        return materials.found;
    }

    private void visit(Field field, JsonNode answer, String key) {
        switch (field) {
            case Field.Group group -> visitGroup(group, answer, key);
            case Field.Rows rows -> answer.forEach(row -> visitGroup(rows.row(), row, key));
            case Field.Files files ->
                answer.forEach(file -> add(files.head().title().chinese(), file, key));
            case Field.Text ignored -> {}
            case Field.Day ignored -> {}
            case Field.Number ignored -> {}
            case Field.YesNo ignored -> {}
            case Field.Choice ignored -> {}
        }
    }

    private void visitGroup(Field.Group group, JsonNode answer, String key) {
        for (var field : group.fields()) {
            visit(field, answer.path(field.key()), key + "/" + field.key());
        }
    }

    private void add(String title, JsonNode file, String key) {
        found.add(new MaterialRow(
                found.size() + 1,
                key,
                title,
                file.path("file").asString(""),
                file.path("name").asString(""),
                file.path("size").asLong(0)));
    }
}
