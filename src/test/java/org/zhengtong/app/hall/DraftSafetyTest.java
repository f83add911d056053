package org.zhengtong.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.testing.PlatformTest;

/** Nothing typed is lost, and nobody sees what is not his. */
@PlatformTest
class DraftSafetyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Procedures procedures;

    private Applying applicant() {
        return Applying.as(Applying.APPLICANT, port, procedures);
    }

    @Test
    void goes_on_from_another_device() {
        var phone = applicant();
        var draft = phone.begin().path();
        phone.visitor()
                .open(draft + "/company")
                .form("保存，回到填写清单")
                .fill("/company/name", "济南望川")
                .submit();

        var computer = applicant().visitor();

        assertThat(computer.open(draft).text()).contains("需要修改");
        assertThat(computer.open(draft + "/company").value("/company/name")).isEqualTo("济南望川");
    }

    @Test
    void does_not_overwrite_what_another_device_saved() {
        var phone = applicant();
        var computer = applicant().visitor();
        var draft = phone.begin().path();
        var old = computer.open(draft + "/company");
        phone.visitor()
                .open(draft + "/company")
                .form("保存，回到填写清单")
                .fill("/company/name", "济南听泉科技有限公司")
                .submit();

        var both = old.form("保存，回到填写清单").fill("/company/name", "济南观澜科技有限公司").submit();

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.text()).contains("济南听泉科技有限公司");
        assertThat(both.value("/company/name")).isEqualTo("济南观澜科技有限公司");
        assertThat(phone.visitor().open(draft + "/company").value("/company/name"))
                .isEqualTo("济南听泉科技有限公司");
        var mine = both.press("保存，回到填写清单");
        assertThat(mine.text()).contains("济南观澜科技有限公司");
    }

    @Test
    void keeps_both_pages_when_two_devices_fill_in_different_ones() {
        var phone = applicant();
        var computer = applicant().visitor();
        var draft = phone.begin().path();
        var scope = computer.open(draft + "/scope");
        phone.visitor()
                .open(draft + "/company")
                .form("保存，回到填写清单")
                .fill("/company/name", "济南云帆科技有限公司")
                .submit();

        var list = scope.form("保存，回到填写清单").fill("/scope/items", "软件开发").submit();

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains("济南云帆科技有限公司");
        assertThat(computer.open(draft + "/scope").value("/scope/items")).isEqualTo("软件开发");
    }

    @Test
    void hides_drafts_and_cases_from_everybody_else() {
        var applying = applicant();
        var draft = applying.beginComplete();
        var stranger = Applying.as(Applying.OTHER, port, procedures).visitor();

        assertThat(stranger.open(draft).status()).isEqualTo(404);
        assertThat(stranger.open(draft + "/company").status()).isEqualTo(404);
        assertThat(stranger.open(draft + "/check").status()).isEqualTo(404);
        var number = applying.handIn(draft).path().split("/")[2];
        for (var page : new String[] {"", "/receipt", "/application", "/readers", "/withdrawal", "/supplement"}) {
            assertThat(stranger.open("/cases/" + number + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void keeps_a_page_that_was_sent_after_the_session_had_ended() {
        var applying = applicant();
        var draft = applying.begin().path();
        var form = applying.visitor()
                .open(draft + "/company")
                .form("保存并继续")
                .fill("/company/name", "济南长风科技有限公司")
                .fill("/company/kind", "limited-natural-persons");
        applying.visitor().forgotten();

        var signIn = form.submit();
        assertThat(signIn.path()).isEqualTo("/sign-in");
        var kept = signIn.press(Applying.APPLICANT);

        assertThat(kept.path()).isEqualTo("/pending-posts");
        var next = kept.html().select("main form[action*=" + draft + "] button").first();
        assertThat(next).isNotNull();
        assertThat(kept.press(next.text()).path()).isEqualTo(draft + "/address");
        assertThat(applying.visitor().open(draft + "/company").value("/company/name"))
                .isEqualTo("济南长风科技有限公司");
    }

    @Test
    void brings_back_a_removed_row() {
        var applying = applicant();
        var draft = applying.beginComplete();

        var without = applying.visitor().open(draft + "/holders").press("删除股东 2");
        assertThat(without.text()).contains("已删除").doesNotContain("股东 2 删除");
        assertThat(without.html().select(".zt-repeat")).hasSize(1);
        var back = without.press("撤销");

        assertThat(back.html().select(".zt-repeat")).hasSize(2);
        assertThat(back.value("/holders/people/1/name")).isEqualTo("李国栋");
    }

    @Test
    void refuses_an_upload_that_is_not_what_it_says_and_lists_one_that_is() {
        var applying = applicant();
        var draft = applying.begin().path();
        var program = "MZ\u0090\u0000This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);

        var refused = applying.visitor()
                .open(draft + "/materials")
                .form("保存，回到填写清单")
                .attach("/materials/charter", "章程.pdf", "application/pdf", program)
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).anyMatch(line -> line.contains("章程.pdf"));
        var example = applying.visitor().open(draft).press("填入示例内容").path();
        var page = applying.visitor().open(example + "/materials");
        assertThat(page.html().select(".zt-file").text()).contains("公司章程.pdf");
        assertThat(page.press("移除公司章程.pdf").html().select(".zt-file").text()).doesNotContain("公司章程.pdf");
    }
}
