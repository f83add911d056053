package org.zhengtong.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Whose data was looked at sees by whom, what and why, also where no application was opened. */
@PlatformTest
class AccountLooksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private AccountLooks looks;

    @Test
    void looks_at_licences_and_forms_are_told_with_their_names_and_reasons() {
        var cast = CaseworkFixtures.of(platform);
        var wang = cast.wangHaiyan();
        looks.record(
                cast.staff("jn-0203"),
                List.of(
                        new AccountLooks.Look(wang.id(), AccountLooks.What.LICENSE_IN_LIST, "食品经营许可证"),
                        new AccountLooks.Look(wang.id(), AccountLooks.What.FORM, "从业人员调查表")));

        var page = Visitor.at(port).signedInAs("王海燕").open("/my/looks");

        // both happened in the same moment: either may stand first
        assertThat(page.turnedTo("从业人员调查表").text()).contains("赵宁", "查看您填报的表");
        assertThat(page.turnedTo("食品经营许可证").text()).contains("查找证照时列出");
        var export = new String(page.visitor().open("/my/looks.csv").bytes(), StandardCharsets.UTF_8);
        assertThat(export).contains("食品经营许可证", "查找证照时列出");
    }

    @Test
    void looks_at_ones_own_data_are_none() {
        var cast = CaseworkFixtures.of(platform);
        var visitor = Visitor.at(port).signedInAs("王海燕");
        var wang = cast.wangHaiyan();
        looks.record(wang, List.of(new AccountLooks.Look(wang.id(), AccountLooks.What.LICENSE, "自己的证照")));

        assertThat(visitor.open("/my/looks").text()).doesNotContain("自己的证照");
        assertThat(Visitor.at(port).open("/my/looks").path()).isEqualTo("/sign-in");
    }
}
