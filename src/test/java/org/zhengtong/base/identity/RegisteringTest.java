package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.RegistrationOutcome.Refused;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

@PlatformTest
class RegisteringTest {

    @Autowired
    private Registration registration;

    @Autowired
    private Passwords passwords;

    @Autowired
    private IdentityFixtures people;

    @LocalServerPort
    private int port;

    @Test
    void tells_all_faults_of_the_form_at_once_and_keeps_what_was_typed_except_passwords() {
        var refused = fill("王小明", "370104198806169981", "12345", "short", "other");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).hasSize(4);
        assertThat(refused.errorAt("number")).isNotEmpty();
        assertThat(refused.value("name")).isEqualTo("王小明");
        assertThat(refused.value("password")).isEmpty();
    }

    @Test
    void opens_the_account_and_signs_in() {
        var number = people.freshCitizenNumber();

        var page = fill("王小明", number, "13800001111", "green hills far", "green hills far")
                .visitor()
                .open("/account");

        assertThat(page.text())
                .contains("王小明", number.substring(0, 4) + "**********" + number.substring(14), "138****1111");
        assertThat(page.text()).doesNotContain(number);
    }

    @Test
    void a_number_has_one_account() {
        var number = people.freshCitizenNumber();
        people.citizen("王一", number, "green hills far");

        var outcome = registration.register(new CitizenRegistration(
                "王二", number, "13800001111", new NewPassword("green hills far", "green hills far")));

        assertThat(outcome).isInstanceOf(Refused.class);
    }

    @Test
    void refuses_passwords_that_are_easily_guessed() {
        for (var weak : new String[] {"password123", "12345678", "aaaaaaaa", "qwerty123", "Admin123456"}) {
            var outcome = registration.register(new CitizenRegistration(
                    "王三", people.freshCitizenNumber(), "13800001111", new NewPassword(weak, weak)));

            assertThat(outcome).as(weak).isInstanceOf(Refused.class);
        }
    }

    @Test
    void an_enterprise_registers_with_its_credit_code() {
        var form = Visitor.at(port).open("/registration/enterprise").form("注册");
        var page = form.fill("name", "济南示例科技有限公司")
                .fill("creditCode", "91370102MA3EXAMP0X")
                .fill("legalRepresentative", "王小明")
                .fill("mobile", "13800001111")
                .fill("password", "green hills far")
                .fill("repeated", "green hills far")
                .submit();

        assertThat(page.errors()).hasSize(1);
        assertThat(page.errorAt("creditCode")).isNotEmpty();
    }

    @Test
    void the_present_password_is_needed_to_change_it() {
        var account = people.citizen("王四", people.freshCitizenNumber(), "green hills far");
        var user = people.accounts().findUser(account).orElseThrow();

        assertThat(passwords.change(user, "wrong", new NewPassword("blue waters near", "blue waters near")))
                .extracting(FieldRefusal::field)
                .containsExactly("present");
        assertThat(passwords.change(user, "green hills far", new NewPassword("blue waters near", "blue waters near")))
                .isEmpty();
        assertThat(passwords.change(user, "green hills far", new NewPassword("x", "x")))
                .isNotEmpty();
    }

    private SeenPage fill(String name, String number, String mobile, String password, String repeated) {
        return Visitor.at(port)
                .open("/registration/citizen")
                .form("注册")
                .fill("name", name)
                .fill("number", number)
                .fill("mobile", mobile)
                .fill("password", password)
                .fill("repeated", repeated)
                .submit();
    }
}
