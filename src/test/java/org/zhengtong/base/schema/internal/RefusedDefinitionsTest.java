package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.schema.Forms;

/** A form that cannot work is refused before anybody fills it in, and the fault is named with its place. */
class RefusedDefinitionsTest {
    private final Forms forms = FormFixtures.forms();

    private List<String> faults(String text) {
        return forms.faultsIn(text).stream()
                .map(fault -> fault.pointer() + " " + fault.text().chinese())
                .toList();
    }

    private static String page(String rules) {
        return """
                {"title": "表", "properties": {"p": {"type": "object", "title": "页", %s "properties": {
                  "a": {"type": "number", "title": "甲"}, "b": {"type": "string", "title": "乙"},
                  "rows": {"type": "array", "title": "行", "x-widget": "table", "maxItems": 5000,
                    "items": {"type": "object", "title": "行", "properties": {"n": {"type": "number", "title": "数"}}}}}}}}""".formatted(rules);
    }

    private static String rule(String check) {
        return page("\"x-rules\": [{\"check\": \"" + check + "\", \"field\": \"/a\", \"message\": \"错\"}],");
    }

    @Test
    void a_constraint_that_is_no_number() {
        assertThat(faults(page("").replace("\"title\": \"甲\"", "\"title\": \"甲\", \"maximum\": \"100-000\"")))
                .containsExactly("/properties/p 约束 maximum 写得不对，例如要写数字的地方不是数字");
    }

    @Test
    void a_schema_that_refers_to_itself() {
        assertThat(faults("""
                {"$defs": {"tree": {"type": "object", "title": "树", "properties": {"child": {"$ref": "#/$defs/tree"}}}},
                 "properties": {"p": {"$ref": "#/$defs/tree", "title": "页"}}}""")).containsExactly("/$defs/tree/properties/child 引用 #/$defs/tree 绕成了圈");
    }

    @Test
    void wrong_expressions_with_line_and_column() {
        assertThat(faults(rule("page.a + > 1")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("/properties/p/x-rules 表达式“page.a + > 1”第 1 行第 10 列有错：");
        assertThat(faults(rule("page.a > 1.0 && here.unknown == 'x'")))
                .containsExactly(
                        "/properties/p/x-rules 表达式“page.a > 1.0 && here.unknown == 'x'”第 1 行第 21 列：没有叫 unknown 的字段");
        assertThat(faults(rule("page.a + 1.0"))).first().asString().endsWith("现在是 double");
        assertThat(faults(rule("1 + 1"))).first().asString().contains("结果要是对或错");
        assertThat(faults(rule("page.rows.all(r, r.m > 1.0)")))
                .first()
                .asString()
                .contains("没有叫 m 的字段");
    }

    @Test
    void expressions_that_would_take_too_long() {
        assertThat(faults(rule("page.rows.all(x, page.rows.exists(y, x.n == y.n))")))
                .hasSize(1)
                .first()
                .asString()
                .contains("太慢");
        assertThat(faults(rule("[1,2].all(a, [1,2].all(b, [1,2].all(c, a == b || b == c)))")))
                .first()
                .asString()
                .contains("太慢");
        assertThat(faults(rule("page.rows.all(x, x.n > 1.0)"))).isEmpty();
    }

    @Test
    void a_rule_that_speaks_beside_no_field() {
        assertThat(faults(rule("page.a > 1.0").replace("\"/a\"", "\"/c\"")))
                .first()
                .asString()
                .contains("没有这个字段");
    }

    @Test
    void a_regex_that_explodes_does_not() {
        var form = forms.parse("""
                {"properties": {"p": {"type": "object", "title": "页", "properties": {
                  "t": {"type": "string", "title": "文", "pattern": "^(a+)+$"}}}}}""");
        var answers = FormFixtures.json("{\"p\": {\"t\": \"" + "a".repeat(1_900) + "!\"}}");

        var begun = System.nanoTime();
        assertThat(forms.checkAll(form, answers)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(faults("""
                {"properties": {"p": {"type": "object", "title": "页", "properties": {
                  "t": {"type": "string", "title": "文", "pattern": "(?<x>a)\\\\1"}}}}}""")).hasSize(1);
    }

    @Test
    void uneven_matrices_wrong_units_and_dates() {
        assertThat(faults("""
                properties:
                  p:
                    type: object
                    title: 页
                    properties:
                      m:
                        type: object
                        title: 阵
                        x-widget: matrix
                        properties:
                          one: {type: object, title: 一, properties: {a: {type: string, title: 甲}}}
                          two: {type: object, title: 二, properties: {b: {type: string, title: 乙}}}
                      n: {type: number, title: 数, x-units: [{unit: GB, factor: 0}]}
                      c: {type: string, title: 选, oneOf: [{const: a, title: 甲, x-valid-until: soon}]}
                      f: {type: string, title: 空, x-fill-in: true, x-formula: '"x"'}
                """))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("矩阵"))
                .anyMatch(fault -> fault.contains("x-units"))
                .anyMatch(fault -> fault.contains("有效期"));
    }

    @Test
    void broken_yaml_with_its_line() {
        assertThat(faults("properties:\n  p: [unclosed\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("第 2 行第 15 列");
        assertThat(faults("a: &x [1]\nb: *x\n")).isNotEmpty();
        assertThatCode(() -> faults("\u0000")).doesNotThrowAnyException();
    }
}
