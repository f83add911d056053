package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.identity.SignInOutcome.LockedOut;
import org.zhengtong.base.identity.SignInOutcome.SignedIn;
import org.zhengtong.base.identity.SignInOutcome.Wrong;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

@PlatformTest
class SigningInTest {
    private static final String PASSWORD = "quiet river 27";
    private static final String ADDRESS = "198.51.100.7";

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
        clock.set(SettableClock.MONDAY_TEN);
        number = people.freshCitizenNumber();
        account = people.citizen("宋一鸣", number, PASSWORD);
    }

    @Test
    void lets_in_by_citizen_number_and_password_however_it_is_typed() {
        assertThat(signIn.signIn(number, PASSWORD, ADDRESS)).isEqualTo(new SignedIn(account));
        assertThat(signIn.signIn(" " + number.substring(0, 6) + " " + number.substring(6) + " ", PASSWORD, ADDRESS))
                .isEqualTo(new SignedIn(account));
    }

    @Test
    void locks_the_name_for_fifteen_minutes_after_five_failures() {
        for (var left = 4; left > 0; left--) {
            assertThat(signIn.signIn(number, "wrong", ADDRESS)).isEqualTo(new Wrong(left));
        }
        var until = clock.instant().plus(Duration.ofMinutes(15));

        assertThat(signIn.signIn(number, "wrong", ADDRESS)).isEqualTo(new LockedOut(until));
        assertThat(signIn.signIn(number, PASSWORD, ADDRESS)).isEqualTo(new LockedOut(until));

        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn.signIn(number, PASSWORD, ADDRESS)).isEqualTo(new SignedIn(account));
    }

    @Test
    void success_forgets_the_failures_before_it() {
        signIn.signIn(number, "wrong", ADDRESS);
        signIn.signIn(number, "wrong", ADDRESS);

        signIn.signIn(number, PASSWORD, ADDRESS);

        assertThat(signIn.signIn(number, "wrong", ADDRESS)).isEqualTo(new Wrong(4));
    }

    @Test
    void a_name_that_does_not_exist_is_refused_and_locked_like_any_other() {
        var nobody = people.freshCitizenNumber();

        for (var left = 4; left > 0; left--) {
            assertThat(signIn.signIn(nobody, "wrong", ADDRESS)).isEqualTo(new Wrong(left));
        }

        assertThat(signIn.signIn(nobody, "wrong", ADDRESS)).isInstanceOf(LockedOut.class);
    }

    @Test
    void many_attempts_at_once_are_counted_one_by_one() throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            Callable<SignInOutcome> attempt = () -> signIn.signIn(number, "wrong", ADDRESS);
            var outcomes = threads.invokeAll(java.util.Collections.nCopies(12, attempt)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(outcomes).filteredOn(Wrong.class::isInstance).hasSize(4);
            assertThat(outcomes).filteredOn(LockedOut.class::isInstance).hasSize(8);
        }
    }

    @Test
    void keeps_citizen_numbers_out_of_the_tables_in_the_clear() {
        assertThat(people.everythingStored()).doesNotContain(number);
        assertThat(List.of(people.accounts().findCitizen(account).orElseThrow().toString()))
                .noneMatch(text -> text.contains(number));
    }
}
