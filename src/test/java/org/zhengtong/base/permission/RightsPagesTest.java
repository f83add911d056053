package org.zhengtong.base.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class RightsPagesTest {

    @LocalServerPort
    private int port;

    @Test
    void a_delegation_is_made_by_form_seen_on_both_sides_and_ended() {
        var chen = Visitor.at(port).signedInAs("陈立");
        var refused = chen.open("/staff/delegations")
                .form("委托")
                .fill("to", "jn-0401")
                .fill("reason", "出差")
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("to")).contains("不能委托给自己");
        assertThat(refused.value("reason")).isEqualTo("出差");

        var made = refused.form("委托").fill("to", "jn-0301").submit();
        assertThat(made.text()).contains("已经委托", "李文");
        var li = Visitor.at(port).signedInAs("李文").open("/staff/delegations");
        assertThat(li.text()).contains("陈立委托：出差");
        assertThat(li.press("现在结束").text()).contains("李文结束");
    }

    @Test
    void the_security_administrator_asks_who_and_why() {
        var qiu = Visitor.at(port).signedInAs("邱岚");

        assertThat(qiu.open("/staff/access?permission=casework.decide_case&department=370100.taxation")
                        .text())
                .contains("李文", "岗位", "涉税信息确认岗")
                .doesNotContain("陈立");
        assertThat(qiu.open("/staff/access?person=jn-0203").text()).contains("赵宁", "科室管理员", "企业登记科负责人");
        assertThat(new String(
                        qiu.open("/staff/access/reasons.csv?person=jn-0203").bytes(), StandardCharsets.UTF_8))
                .contains("赵宁");
        assertThat(qiu.open("/staff/access?person=nobody").text()).contains("没有角色");
        assertThat(qiu.open("/staff/roles/people.csv").mediaType()).startsWith("text/csv");
    }

    @Test
    void the_three_administrators_see_one_another_and_a_second_office_is_refused_in_words() {
        for (var name : List.of("何平", "邱岚", "宋立言")) {
            assertThat(Visitor.at(port)
                            .signedInAs(name)
                            .open("/staff/administrators")
                            .text())
                    .contains("何平", "邱岚", "宋立言");
        }
        var refused = Visitor.at(port)
                .signedInAs("邱岚")
                .open("/staff/administrators")
                .form("审计管理员")
                .fill("staff", "jn-0901")
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("staff-AUDIT")).contains("不能兼两个管理员");
        assertThat(Visitor.at(port)
                        .signedInAs("刘思远")
                        .open("/staff/administrators")
                        .status())
                .isEqualTo(403);
    }
}
