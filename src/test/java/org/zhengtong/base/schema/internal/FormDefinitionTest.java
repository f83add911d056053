package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.base.schema.internal.FormFixtures.json;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormDiff;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.SchemaFault;

/** Forms that cannot work say why; forms that changed say what. */
class FormDefinitionTest {
    private final Forms forms = FormFixtures.forms();

    private static String page(String fields) {
        return """
            {"title": "表", "type": "object", "properties": {"a": {"type": "object", "title": "甲", "x-phase": "一", %s}}}
            """.formatted(fields);
    }

    private String onlyFault(String json) {
        return forms.faultsIn(json).getFirst().text().chinese();
    }

    @Test
    void refuses_references_that_go_round_in_circles() {
        var circle = """
            {"title": "表", "$defs": {"x": {"type": "object", "title": "x", "properties": {"y": {"$ref": "#/$defs/x"}}}},
             "properties": {"a": {"$ref": "#/$defs/x"}}}
            """;

        assertThat(onlyFault(circle)).isEqualTo("引用 #/$defs/x 绕成了圈");
        assertThatThrownBy(() -> forms.parse(circle)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refuses_a_schema_that_grows_without_end() {
        var text = new StringBuilder("{\"title\": \"表\", \"$defs\": {\"d0\": {\"type\": \"string\", \"title\": \"t\"}");
        for (int i = 1; i < 30; i++) {
            text.append(
                    ", \"d%d\": {\"type\": \"object\", \"title\": \"t\", \"properties\": {\"l\": {\"$ref\": \"#/$defs/d%d\"}, \"r\": {\"$ref\": \"#/$defs/d%d\"}}}"
                            .formatted(i, i - 1, i - 1));
        }
        text.append("}, \"properties\": {\"a\": {\"$ref\": \"#/$defs/d29\"}}}");

        assertThat(onlyFault(text.toString())).contains("展开引用以后超过");
    }

    @Test
    void names_every_fault_with_its_place() {
        var faults = forms.faultsIn(page("""
            "required": ["z"], "properties": {
              "b": {"type": "string", "title": "乙", "pattern": "(a)\\\\1"},
              "c": {"type": "string", "title": "丙", "format": "moon"},
              "d": {"type": "string", "x-show-if": {"field": "nobody", "equals": 1}},
              "e": {"type": "array", "title": "戊", "maxItems": 5000, "items": {"type": "object", "title": "己", "properties": {"f": {"type": "string", "title": "庚"}}}}},
            "x-rules": [{"check": "page.", "message": "坏", "field": "/b"}]"""));

        assertThat(faults)
                .extracting(SchemaFault::pointer)
                .contains(
                        "/properties/a/required",
                        "/properties/a/properties/b/pattern",
                        "/properties/a/properties/c/format",
                        "/properties/a/properties/d",
                        "/properties/a/properties/d/x-show-if",
                        "/properties/a/properties/e/maxItems",
                        "/properties/a/x-rules");
    }

    @Test
    void refuses_text_that_is_not_json_and_names_given_twice() {
        assertThat(onlyFault("{")).startsWith("不是正确的 JSON");
        assertThat(onlyFault("{\"title\": \"a\", \"title\": \"b\"}")).startsWith("不是正确的 JSON");
    }

    @Test
    void matches_patterns_in_linear_time() {
        var form = forms.parse(
                page("\"properties\": {\"b\": {\"type\": \"string\", \"title\": \"乙\", \"pattern\": \"^(a+)+$\"}}"));
        var answers = json("{\"a\": {\"b\": \"%s!\"}}".formatted("a".repeat(1_900)));

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(forms.check(form, "a", answers)).hasSize(1));
    }

    @Test
    void limits_text_without_a_limit_of_its_own() {
        var form = forms.parse(page("\"properties\": {\"b\": {\"type\": \"string\", \"title\": \"乙\"}}"));

        var found = forms.check(form, "a", json("{\"a\": {\"b\": \"%s\"}}".formatted("字".repeat(2_003))));

        assertThat(found.getFirst().text().chinese()).isEqualTo("最多 2000 个字，现在是 2003 个。请删去 3 个字。");
    }

    @Test
    void obeys_if_then_and_dependentRequired_of_the_standard() {
        var form = forms.parse(page("""
            "properties": {"b": {"type": "string", "title": "乙"}, "c": {"type": "string", "title": "丙"}, "d": {"type": "string", "title": "丁"}},
            "dependentRequired": {"b": ["c"]},
            "if": {"properties": {"b": {"const": "x"}}, "required": ["b"]}, "then": {"required": ["d"]}"""));

        assertThat(forms.check(form, "a", json("{\"a\": {}}"))).isEmpty();
        assertThat(forms.check(form, "a", json("{\"a\": {\"b\": \"x\"}}")))
                .extracting(each -> each.pointer())
                .containsExactly("/a/c", "/a/d");
    }

    @Test
    void gives_the_same_object_for_the_same_text() {
        var text = FormFixtures.text(FormFixtures.COMPANY);

        assertThat(forms.parse(text)).isSameAs(forms.parse(text));
    }

    @Test
    void says_what_changed_and_carries_over_what_still_fits() {
        var before = forms.parse(page("""
            "required": ["b"], "properties": {
              "b": {"type": "string", "title": "乙"}, "c": {"type": "string", "title": "丙"},
              "k": {"type": "string", "title": "类", "enum": ["一", "二"]}}"""));
        var after = forms.parse(page("""
            "properties": {
              "b": {"type": "string", "title": "新乙"},
              "k": {"type": "string", "title": "类", "enum": ["一"]},
              "n": {"type": "integer", "title": "数"}}"""));

        var carried = forms.carryOver(before, after, json("{\"a\": {\"b\": \"好\", \"c\": \"旧\", \"k\": \"二\"}}"));

        assertThat(carried.answers().toString()).isEqualTo("{\"a\":{\"b\":\"好\"}}");
        assertThat(carried.left())
                .extracting(left -> left.label().chinese() + left.value())
                .containsExactly("丙旧", "类二");
        assertThat(carried.diff().changes())
                .extracting(change -> change.text().chinese())
                .containsExactly("“乙”改叫“新乙”", "“新乙”现在可以不填", "“类”的要求变了", "新加了“数”", "去掉了“丙”");
        assertThat(carried.diff().changes().getLast().kind()).isEqualTo(FormDiff.Kind.REMOVED);
    }
}
