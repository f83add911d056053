package org.zhengtong.app.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Administrators see every setting in words and change some while the node runs; nothing is changed unseen. */
@PlatformTest
class SettingsPagesTest {

    private static final String SIZE = "zhengtong.survey.workbook-size";
    private static final String PAGE = "/staff/settings/" + SIZE;

    @LocalServerPort
    private int port;

    @Autowired
    private SettingBook book;

    @Autowired
    private Settings settings;

    @Autowired
    private AuditProofs log;

    private String now(String name) {
        return settings.value(book.find(name).orElseThrow().setting()).toString();
    }

    @Test
    void a_change_holds_at_once_is_recorded_and_can_be_undone() {
        var he = Visitor.at(port).signedInAs("何平");

        var changed = he.open(PAGE)
                .form("保存")
                .fill("value", "25MB")
                .fill("why", "大学的表格很大")
                .submit();
        assertThat(changed.text()).contains("已生效", "25MB", "何平", "大学的表格很大");
        assertThat(now(SIZE)).isEqualTo("26214400B");

        var undone = changed.press("撤销");
        assertThat(undone.text()).contains("10MB", "默认");
        assertThat(now(SIZE)).isEqualTo("10485760B");
        assertThat(book.history(SIZE)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(log.search(new AuditQuery(null, null, null, "settings.change", "setting", SIZE, null, 10)))
                .isNotEmpty()
                .first()
                .satisfies(entry -> {
                    assertThat(entry.action().why()).isEqualTo("大学的表格很大");
                    assertThat(entry.action().detail()).containsEntry("to", "25MB");
                });
    }

    @Test
    void the_choice_on_screen_is_taken_back_to_the_value_of_the_start() {
        var he = Visitor.at(port).signedInAs("何平");
        var name = "zhengtong.casework.look-ups";
        var page = "/staff/settings/" + name;
        he.open(page).form("保存").fill("value", "12").fill("why", "热线忙").submit();
        assertThat(now(name)).isEqualTo("12");

        he.open(page).form("恢复启动时的值").fill("why", "高峰过了").submit();

        assertThat(now(name)).isEqualTo("10");
        assertThat(book.find(name).orElseThrow().chosen()).isFalse();
    }

    @Test
    void what_breaks_the_rule_comes_back_with_the_rule_beside_the_field() {
        var he = Visitor.at(port).signedInAs("何平");

        var wrong = he.open(PAGE)
                .form("保存")
                .fill("value", "900MB")
                .fill("why", "试试")
                .submit();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errorAt("value")).contains("1MB", "60MB");
        assertThat(wrong.value("value")).isEqualTo("900MB");

        var silent = he.open(PAGE).form("保存").fill("value", "20MB").submit();
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.errorAt("why")).contains("为什么");
    }

    @Test
    void who_was_overtaken_is_told_and_changes_nothing() {
        var name = "zhengtong.files.reserve";
        var he = Visitor.at(port).signedInAs("何平");
        var form = he.open("/staff/settings/" + name)
                .form("保存")
                .fill("value", "200MB")
                .fill("why", "磁盘小");
        var other = Visitor.at(port).signedInAs("何平").open("/staff/settings/" + name);
        var changed = other.form("保存").fill("value", "300MB").fill("why", "磁盘大").submit();

        var late = form.submit();

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.errorAt("value")).contains("刚才有人改了");
        assertThat(now(name)).isEqualTo(String.valueOf(300L * 1024 * 1024) + "B");
        changed.press("撤销");
    }

    @Test
    void settings_of_sign_in_are_the_security_administrators() {
        var name = "zhengtong.identity.sign-in.attempts";
        var he = Visitor.at(port).signedInAs("何平").open("/staff/settings/" + name);
        assertThat(he.text()).contains("归安全管理员");
        assertThat(he.html().select("form[action$=/value]")).isEmpty();
        var visitor = he.visitor();
        var token = visitor.open(PAGE).value("_csrf");
        assertThat(visitor.post(
                                "/staff/settings/" + name + "/value",
                                Map.of("value", "20", "why", "x", "seen", "0", "_csrf", token))
                        .status())
                .isEqualTo(403);

        var security = Visitor.at(port).signedInAs("邱岚");
        assertThat(security.open("/staff/settings/" + name).html().select("form[action$=/value]"))
                .hasSize(1);
    }

    @Test
    void the_list_is_searched_and_exported_and_shows_no_secret() {
        var he = Visitor.at(port).signedInAs("何平");

        var found = he.open("/staff/settings?words=smpp+password");
        assertThat(found.text()).contains("zhengtong.sms.smpp.password", "未设置").doesNotContain("mail.host");
        assertThat(he.open("/staff/settings?show=chosen").text()).contains("zhengtong.data-dir");
        assertThat(he.open("/staff/settings?words=nothing-like-it").text()).contains("没有符合的设置");

        var export = new String(he.open("/staff/settings.csv?words=quiet").bytes(), StandardCharsets.UTF_8);
        assertThat(export)
                .contains("zhengtong.notice.quiet-from", "22:00", "立即")
                .doesNotContain("smpp");
    }

    @Test
    void others_see_no_settings_and_settings_of_the_start_have_no_page_to_change_them() {
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/settings").status())
                .isEqualTo(403);
        var he = Visitor.at(port).signedInAs("何平");
        assertThat(he.open("/staff/settings/server.port").status()).isEqualTo(404);
        assertThat(he.open("/staff/settings/no.such").status()).isEqualTo(404);
    }
}
