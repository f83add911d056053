package org.zhengtong.service.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class KeepingGuidesTest {

    private static final ItemCode OLD_AGE = new ItemCode("512B0003600037-511602000000-000-11511301008778298W-1-00");
    private static final String EDIT = "/staff/items/" + OLD_AGE.value();

    @LocalServerPort
    int port;

    @Autowired
    ServiceItems items;

    private Visitor keeper;

    @BeforeEach
    void signIn() {
        keeper = Visitor.at(port).signedInAs("田博文");
    }

    @Test
    void an_edit_is_a_new_version_that_the_public_sees_at_once_while_cases_keep_theirs() {
        var before = items.require(OLD_AGE);

        var saved = keeper.open(EDIT)
                .form("保存并发布")
                .fill("conditions", "年满 80 周岁\n户籍在本区")
                .fill("address", "槐荫区政务服务中心 3 号窗口")
                .submit();

        assertThat(saved.text()).contains("第 " + (before.version() + 1) + " 版已经发布");
        var guide = Visitor.at(port).open("/items/" + OLD_AGE.value());
        assertThat(guide.text()).contains("户籍在本区", "槐荫区政务服务中心 3 号窗口");
        assertThat(items.find(OLD_AGE, before.version())).contains(before);
    }

    @Test
    void a_number_of_visits_that_is_none_is_refused_beside_its_field() {
        var refused = keeper.open(EDIT).form("保存并发布").fill("visits", "很多次").submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("visits")).contains("0 到 99");
    }

    @Test
    void the_second_of_two_editors_is_told_and_keeps_the_text() {
        var first = keeper.open(EDIT).form("保存并发布").fill("fee", "不收费");
        var second = keeper.open(EDIT).form("保存并发布").fill("fee", "收费 5 元");
        first.submit();

        var told = second.submit();

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text()).contains("别人刚发布了新的一版");
        assertThat(told.value("fee")).isEqualTo("收费 5 元");
    }

    @Test
    void a_window_clerk_may_not_edit_guides() {
        assertThat(Visitor.at(port).signedInAs("孙静").open(EDIT).status()).isEqualTo(403);
    }

    @Test
    void the_list_is_exported_as_a_table() {
        var table = keeper.open("/staff/items.csv?department=370104.civil-affairs");

        assertThat(table.mediaType()).startsWith("text/csv");
        assertThat(new String(table.bytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(21);
    }
}
