package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ObjectNode;

/** The form of 企业设立登记 as the pack brings it. */
class CompanyEstablishmentFormTest {
    private final Forms forms = FormFixtures.forms();
    private final FormSchema form = FormFixtures.company(forms);
    private final ObjectNode answers = FormFixtures.goodAnswers();

    @Test
    void has_no_faults_and_eight_pages_in_three_phases() {
        assertThat(forms.faultsIn(FormFixtures.text(FormFixtures.COMPANY))).isEmpty();
        assertThat(form.pages()).hasSize(8);
        assertThat(forms.tasks(form, FormFixtures.json("{}"), Locale.CHINA).phases())
                .extracting(FormTasks.Phase::title)
                .containsExactly("公司", "人员", "材料");
    }

    @Test
    void accepts_right_answers_and_marks_every_task_done() {
        assertThat(forms.checkAll(form, answers)).isEmpty();
        var tasks = forms.tasks(form, answers, Locale.CHINA);
        assertThat(tasks.complete()).isTrue();
        assertThat(tasks.phases().getFirst().tasks().getFirst().note()).isEqualTo("济南泉汐信息科技有限公司，有限责任公司（自然人投资或控股）");
        assertThat(tasks.phases().get(1).tasks().getFirst().note()).isEqualTo("2 名股东，出资比例合计 100%");
    }

    @Test
    void tells_everything_at_once_and_names_the_field_of_each() {
        var empty = forms.check(form, "company", FormFixtures.json("{}"));

        assertThat(empty)
                .extracting(Violation::pointer, each -> each.text().chinese())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/company/name", "请填写公司名称。"),
                        org.assertj.core.groups.Tuple.tuple("/company/kind", "请选一项：公司类型。"));
    }

    @Test
    void says_that_the_shares_do_not_add_up() {
        answers.withObject("/holders/people/1").put("share", 35).put("amount", 40);

        assertThat(forms.check(form, "holders", answers))
                .extracting(each -> each.text().chinese())
                .containsExactly("2 名股东的出资比例合计 95%，应该是 100%，还差 5%。");
    }

    @Test
    void says_that_contributions_and_capital_differ() {
        answers.withObject("/capital").put("amount", 120);

        assertThat(forms.check(form, "holders", answers))
                .extracting(each -> each.text().chinese())
                .containsExactly("股东认缴的出资额合计 100 万元，和注册资本 120 万元对不上。请改出资额，或者改注册资本。");
    }

    @Test
    void finds_a_wrong_check_digit_and_says_whose() {
        answers.withObject("/holders/people/1").put("number", "370102198503120018");

        var found = forms.check(form, "holders", answers);

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.pointer()).isEqualTo("/holders/people/1/number");
            assertThat(each.text().chinese()).contains("最后一位").contains("对照身份证");
        });
        assertThat(forms.view(form, "holders", answers, found, Locale.CHINA).mistakes())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.field()).isEqualTo("holders-people-1-number");
                    assertThat(line.text()).startsWith("股东 2 的公民身份号码：");
                });
    }

    @Test
    void asks_for_the_approval_only_when_the_scope_needs_one() {
        answers.withObject("/scope").put("needsApproval", true).put("approvedItems", "烟花爆竹批发");

        assertThat(forms.check(form, "materials", answers))
                .extracting(Violation::pointer, each -> each.text().chinese())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/materials/approvals", "还差有关批准文件 1 份。请上传。"));
        assertThat(fieldNames("materials")).contains("/materials/approvals");

        answers.withObject("/scope").put("needsApproval", false);

        assertThat(forms.check(form, "materials", answers)).isEmpty();
        assertThat(fieldNames("materials")).doesNotContain("/materials/approvals");
    }

    private java.util.List<String> fieldNames(String page) {
        return forms.view(form, page, answers, java.util.List.of(), Locale.CHINA).fields().stream()
                .map(FieldView::caption)
                .map(FieldView.Caption::name)
                .toList();
    }

    @Test
    void refuses_a_director_as_supervisor_and_a_payment_after_five_years() {
        answers.withObject("/officers/supervisors/0").put("number", "370104198806162027");
        answers.withObject("/holders/people/0").put("dueOn", "2031-03-03");

        assertThat(forms.checkAll(form, answers))
                .extracting(each -> each.text().chinese())
                .containsExactly("不能晚于 2031年3月2日。请改成这一天或者更早的日期。", "董事、高级管理人员不能兼任监事（公司法第七十六条）。请换一个人当监事。");
    }

    @Test
    void leaves_out_what_is_not_asked_when_handing_in() {
        answers.withObject("/address").put("right", "own");

        var settled = forms.settle(form, answers);

        assertThat(settled.at("/address").has("rentedUntil")).isFalse();
        assertThat(settled.at("/contacts").has("agent")).isFalse();
    }

    @Test
    void shows_answers_masked_and_marks_verified_ones() {
        var shown = forms.answers(form, answers, new AnswersView.Wish(Locale.CHINA, true, Set.of("/company/name")));

        assertThat(shown.sections().getFirst().rows().getFirst().verified()).isTrue();
        var holder = shown.sections().get(4).rows().getFirst();
        assertThat(holder.label()).isEqualTo("股东 1");
        assertThat(holder.lines())
                .extracting(AnswersView.Line::text)
                .contains("王海燕", "3701**********2027", "60 万元", "60%", "2031年3月1日");
        assertThat(shown.sections()
                        .getLast()
                        .rows()
                        .getLast()
                        .lines()
                        .getFirst()
                        .text())
                .isEqualTo("租赁合同.pdf，1.2 MB，未查毒");
    }

    @Test
    void speaks_English_too() {
        var view = forms.view(form, "holders", FormFixtures.json("{}"), java.util.List.of(), Locale.ENGLISH);

        assertThat(view.title()).isEqualTo("Shareholders and contributions");
        assertThat(forms.check(form, "company", FormFixtures.json("{}"))
                        .getFirst()
                        .text()
                        .english())
                .isEqualTo("Enter “Company name (in Chinese)”.");
    }
}
