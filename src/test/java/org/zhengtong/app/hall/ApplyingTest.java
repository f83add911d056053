package org.zhengtong.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.testing.PlatformTest;

/** A citizen fills in an application and hands it in, without JavaScript. */
@PlatformTest
class ApplyingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Procedures procedures;

    private Applying applicant() {
        return Applying.as(Applying.APPLICANT, port, procedures);
    }

    @Test
    void asks_a_visitor_to_sign_in_and_comes_back() {
        var item = Applying.company(procedures);

        var seen = org.zhengtong.testing.Visitor.at(port).open("/items/" + item + "/application");

        assertThat(seen.path()).isEqualTo("/sign-in");
        assertThat(seen.address().getQuery()).contains("/items/" + item + "/application");
    }

    @Test
    void saves_a_page_and_shows_it_as_done() {
        var applying = applicant();
        var draft = applying.begin().path();

        var next = applying.visitor()
                .open(draft + "/company")
                .form("保存并继续")
                .fill("/company/name", "济南晨岸科技有限公司")
                .fill("/company/kind", "limited-natural-persons")
                .submit();

        assertThat(next.path()).isEqualTo(draft + "/address");
        assertThat(applying.visitor().open(draft).text()).contains("济南晨岸科技有限公司").contains("8 项中已填好 1 项");
    }

    @Test
    void shows_faults_beside_their_fields_and_keeps_what_was_typed() {
        var applying = applicant();
        var draft = applying.begin().path();

        var again = applying.visitor()
                .open(draft + "/company")
                .form("保存并继续")
                .fill("/company/name", "晨岸")
                .submit();

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().title()).startsWith("错误：");
        assertThat(again.errors()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(again.errorAt("company-name")).isNotEmpty();
        assertThat(again.value("/company/name")).isEqualTo("晨岸");
        assertThat(applying.visitor().open(draft + "/company").value("/company/name"))
                .isEqualTo("晨岸");
    }

    @Test
    void escapes_html_in_answers() {
        var applying = applicant();
        var draft = applying.begin().path();

        applying.visitor()
                .open(draft + "/scope")
                .form("保存并继续")
                .fill("/scope/items", "<script>alert(1)</script>=1+1")
                .submit();

        var check = applying.visitor().open(draft + "/check");
        assertThat(check.html().select("main script")).isEmpty();
        assertThat(check.text()).contains("<script>alert(1)</script>=1+1");
    }

    @Test
    void hands_in_once_however_often_the_button_is_pressed() {
        var applying = applicant();
        var draft = applying.beginComplete();
        var twice = applying.visitor().open(draft + "/check");

        var first =
                twice.form("提交申请").fill("truth", "true").fill("consent", "true").submit();
        var second =
                twice.form("提交申请").fill("truth", "true").fill("consent", "true").submit();

        assertThat(first.heading()).isEqualTo("申请已提交");
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(applying.visitor().open(draft).path()).isEqualTo(first.path());
    }

    @Test
    void says_what_happens_next_with_real_dates() {
        var applying = applicant();

        var receipt = applying.handIn(applying.beginComplete());

        assertThat(receipt.text()).contains("3月9日（星期一）").contains("3月5日（星期四）").contains("138****0426");
        assertThat(receipt.html().select("main .zt-ruler li.due")).hasSize(1);
        var sheet = receipt.follow("打印回执");
        assertThat(new String(sheet.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void does_not_hand_in_without_both_declarations() {
        var applying = applicant();
        var draft = applying.beginComplete();

        var again = applying.visitor()
                .open(draft + "/check")
                .form("提交申请")
                .fill("truth", "true")
                .submit();

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.errors()).hasSize(1);
        assertThat(again.errorAt("consent")).isNotEmpty();
    }

    @Test
    void offers_the_draft_begun_before() {
        var applying = applicant();
        var draft = applying.begin().path();

        var offer = applying.visitor().open("/items/" + Applying.company(procedures) + "/application");

        assertThat(offer.html().select("a[href=" + draft + "]")).isNotEmpty();
        assertThat(offer.text()).contains("接着填");
    }

    @Test
    void brings_back_a_deleted_draft() {
        var applying = applicant();
        var draft = applying.begin().path();

        var list = applying.visitor().open(draft).press("删除这份草稿");
        assertThat(list.text()).contains("已删除一份草稿");
        assertThat(applying.visitor().open(draft).status()).isEqualTo(404);

        var back = list.press("撤销");
        assertThat(back.path()).isEqualTo(draft);
    }
}
