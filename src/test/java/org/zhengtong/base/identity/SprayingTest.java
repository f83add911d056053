package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.identity.SignInOutcome.AddressPaused;
import org.zhengtong.base.identity.SignInOutcome.SignedIn;
import org.zhengtong.base.identity.SignInOutcome.Wrong;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** One password tried on many names locks none of the names; the address that tries has to wait. */
@PlatformTest
class SprayingTest {
    private static final String PASSWORD = "quiet river 27";

    @Autowired
    private SignIn signIn;

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private SettableClock clock;

    private String number = "";
    private AccountId account = new AccountId(1);

    @BeforeEach
    void somebody_has_an_account() {
        clock.advance(Duration.ofHours(3));
        number = people.freshCitizenNumber();
        account = people.citizen("宋一鸣", number, PASSWORD);
    }

    private SignInOutcome spray(String address, int turn) {
        return signIn.signIn("nobody." + turn, "Summer2026!", address);
    }

    @Test
    void an_address_that_fails_with_many_names_waits_longer_and_longer_and_even_the_right_password_waits() {
        var address = "198.51.100.21";
        for (var turn = 0; turn < 10; turn++) {
            assertThat(spray(address, turn)).isInstanceOf(Wrong.class);
        }

        var pauses = new ArrayList<Duration>();
        for (var turn = 10; turn < 14; turn++) {
            assertThat(signIn.signIn(number, PASSWORD, address)).isInstanceOf(AddressPaused.class);
            var until = ((AddressPaused) spray(address, turn)).until();
            pauses.add(Duration.between(clock.instant(), until));
            clock.set(until);
            assertThat(spray(address, turn)).isInstanceOf(Wrong.class);
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(signIn.signIn(number, PASSWORD, "198.51.100.22")).isEqualTo(new SignedIn(account));
    }

    @Test
    void the_wait_ends_and_old_failures_are_forgotten() {
        var address = "198.51.100.23";
        for (var turn = 0; turn < 10; turn++) {
            spray(address, turn);
        }
        clock.advance(Duration.ofMinutes(61));

        assertThat(signIn.signIn(number, PASSWORD, address)).isEqualTo(new SignedIn(account));
    }

    @Test
    void many_failures_on_few_names_count_as_well() {
        var address = "198.51.100.24";
        SignInOutcome last = spray(address, 0);
        for (var turn = 1; turn < 40; turn++) {
            last = spray(address, turn % 4);
        }

        assertThat(last).isInstanceOf(AddressPaused.class);
    }

    @Test
    void an_ipv6_network_is_one_address() {
        for (var turn = 0; turn < 10; turn++) {
            spray("2001:db8:7:7::" + Integer.toHexString(turn + 1), turn);
        }

        assertThat(spray("2001:db8:7:7:ffff::1", 10)).isInstanceOf(AddressPaused.class);
        assertThat(spray("2001:db8:7:8::1", 11)).isInstanceOf(Wrong.class);
    }

    @Test
    void while_names_fail_everywhere_each_address_is_allowed_less() {
        for (var turn = 0; turn < 200; turn++) {
            people.failedElsewhere("203.0.113." + turn, "name " + turn, clock.instant());
        }
        var address = "198.51.100.26";
        for (var turn = 0; turn < 3; turn++) {
            assertThat(spray(address, turn)).isInstanceOf(Wrong.class);
        }

        assertThat(spray(address, 3)).isInstanceOf(AddressPaused.class);
        people.forgetFailures();
    }

    @Test
    void ones_own_success_does_not_wash_off_failures_on_others() {
        var address = "198.51.100.27";
        for (var turn = 0; turn < 9; turn++) {
            spray(address, turn);
            assertThat(signIn.signIn(number, PASSWORD, address)).isEqualTo(new SignedIn(account));
        }
        spray(address, 9);

        assertThat(spray(address, 10)).isInstanceOf(AddressPaused.class);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_take_the_same_work() {
        var known = timed(number);
        var unknown = timed("nobody.at.all");

        assertThat(unknown.toNanos()).isBetween(known.toNanos() / 3, known.toNanos() * 3);
    }

    private Duration timed(String name) {
        var best = Duration.ofHours(1);
        for (var turn = 0; turn < 3; turn++) {
            var begin = System.nanoTime();
            signIn.signIn(name, "wrong", "198.51.100.28");
            var took = Duration.ofNanos(System.nanoTime() - begin);
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }
}
