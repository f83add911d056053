package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.schema.internal.FormFixtures.json;
import static org.zhengtong.base.schema.internal.FormFixtures.sent;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.schema.AnswerChange;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Forms.Showing;
import org.zhengtong.base.schema.RowWindows;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ObjectNode;

/** Tables, matrices, units, code lists with dates, computed answers and rules over rows. */
class TablesAndRulesTest {
    private final Forms forms = FormFixtures.forms();
    private final FormSchema budget = FormFixtures.library(forms, "project-budget");
    private final FormSchema survey = FormFixtures.library(forms, "government-it-survey");

    private ObjectNode budgetOf(int rows) {
        var answers = FormFixtures.filled("project-budget");
        var lines = ((ObjectNode) answers.path("spending")).putArray("lines");
        for (int i = 0; i < rows; i++) {
            lines.addObject()
                    .put("item", "设备 " + i)
                    .put("account", "cloud")
                    .put("quantity", 2)
                    .put("price", 10.5);
        }
        return answers;
    }

    @Test
    void computes_rows_and_sums_and_takes_no_typed_ones() {
        var entry = forms.read(
                budget,
                "spending",
                budgetOf(2),
                sent("/spending/lines", "2", "/spending/lines/0/amount", "999", "/spending/lines/0/quantity", "4"));

        assertThat(entry.answers().at("/spending/lines/0/amount").decimalValue())
                .isEqualByComparingTo("42");
        assertThat(entry.answers().at("/spending/total").decimalValue()).isEqualByComparingTo("63");
    }

    @Test
    void converts_other_units_to_the_own_one() {
        var entry = forms.read(
                budget, "project", json("{}"), sent("/project/storage", "500 GB", "/project/year", "2026 年"));

        assertThat(entry.answers().at("/project/storage").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(entry.answers().at("/project/year").asString()).isEqualTo("2026 年");
        var line = (FieldView.Line) view(budget, "project", entry.answers()).get(2);
        assertThat(line.unit()).isEqualTo("TB");
        assertThat(line.caption().hint()).contains("GB、PB");
    }

    private List<FieldView> view(FormSchema form, String page, ObjectNode answers) {
        return forms.view(form, page, answers, List.of(), Locale.CHINA).fields();
    }

    @Test
    void offers_only_codes_that_are_valid_and_says_since_when_one_is_not() {
        var answers = budgetOf(1);
        ((ObjectNode) answers.at("/spending/lines/0")).put("account", "other-capital");

        var violations = forms.check(budget, "spending", answers);

        assertThat(violations).extracting(Violation::pointer).containsExactly("/spending/lines/0/account");
        assertThat(violations.getFirst().text().chinese()).contains("2021年12月31日");
        var table = (FieldView.Table) view(budget, "spending", budgetOf(1)).getFirst();
        var account = (FieldView.Choice) table.lines().getFirst().cells().get(1);
        assertThat(account.options()).extracting(FieldView.OptionView::value).doesNotContain("other-capital");
    }

    @Test
    void says_a_broken_rule_beside_its_field_in_the_row_it_concerns() {
        var answers = budgetOf(3);
        ((ObjectNode) answers.at("/spending/lines/1")).put("account", "equipment");

        var violation = forms.check(budget, "spending", answers).getFirst();

        assertThat(violation.pointer()).isEqualTo("/spending/lines/1/price");
        assertThat(violation.text().chinese()).startsWith("单价 10.5 元不到 1000 元");
        assertThat(violation.path().getFirst().chinese()).isEqualTo("明细 2");
    }

    @Test
    void five_thousand_rows_are_checked_quickly_and_shown_fifty_at_a_time() {
        var answers = budgetOf(5_000);
        forms.check(budget, "spending", budgetOf(50));
        ((ObjectNode) answers.at("/spending/lines/4321")).put("quantity", "zwei");

        var begun = System.nanoTime();
        var violations = forms.check(budget, "spending", answers);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(violations).extracting(Violation::pointer).containsExactly("/spending/lines/4321/quantity");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        var view = forms.view(
                budget,
                "spending",
                answers,
                new Showing(violations, RowWindows.of("/spending/lines:100"), Locale.CHINA));
        var table = (FieldView.Table) view.fields().getFirst();
        assertThat(table.lines()).hasSize(50);
        assertThat(table.lines().getFirst().number()).isEqualTo(4_301);
        assertThat(view.rows()).isEqualTo("/spending/lines:4300");
    }

    @Test
    void rows_that_are_not_shown_stay_as_they_are() {
        var entry = forms.read(
                budget,
                "spending",
                budgetOf(200),
                sent(
                        "/spending/lines",
                        "200",
                        "_rows",
                        "/spending/lines:50",
                        "/spending/lines/60/item",
                        "交换机",
                        "_step",
                        "rows:/spending/lines:150"));

        assertThat(entry.answers().at("/spending/lines").size()).isEqualTo(200);
        assertThat(entry.answers().at("/spending/lines/60/item").asString()).isEqualTo("交换机");
        assertThat(entry.answers().at("/spending/lines/199/item").asString()).isEqualTo("设备 199");
        assertThat(entry.rows().written()).isEqualTo("/spending/lines:150");
    }

    @Test
    void a_matrix_has_the_same_questions_in_every_column() {
        var matrix = (FieldView.Matrix) view(survey, "network", FormFixtures.filled("government-it-survey"))
                .getFirst();

        assertThat(matrix.columns()).containsExactly("内网", "外网", "其他");
        assertThat(matrix.lines()).hasSize(17).allMatch(line -> line.cells().size() == 3);
        var link = (FieldView.Choice) matrix.lines().get(1).cells().get(1);
        assertThat(link.caption().title()).isEqualTo("外网 联网方式");
        assertThat(java.util.Objects.requireNonNull(link.fillIn()).value()).isEqualTo("政务专网");
    }

    @Test
    void what_is_written_behind_other_chooses_other() {
        var entry = forms.read(
                survey,
                "storage",
                json("{}"),
                sent("/storage/media", "", "/storage/media_other", "光盘", "/storage/backup_managed_by_other", "省厅"));

        assertThat(entry.answers().at("/storage/media").toString()).isEqualTo("[\"其他\"]");
        assertThat(entry.answers().at("/storage/backup_managed_by").asString()).isEqualTo("其它");
    }

    @Test
    void tells_in_words_what_changed_between_two_filled_forms() {
        var before = budgetOf(3);
        var after = budgetOf(3);
        ((ObjectNode) after.at("/project")).put("manager", "李文");
        after.withArray("/spending/lines").remove(0);
        after.withArray("/spending/lines").addObject().put("item", "培训").put("account", "service");

        var changes = forms.compareAnswers(budget, before, after, Locale.CHINA);

        assertThat(changes)
                .contains(new AnswerChange("/project/manager", "项目情况，项目负责人", "赵宁", "李文"))
                .contains(new AnswerChange("/spending/lines/2", "支出明细，支出明细表，明细 3", null, "名称和规格：培训，支出科目：购买服务"))
                .anyMatch(change -> change.pointer().equals("/spending/lines/0") && change.after() == null)
                .hasSize(3);
    }
}
