package org.zhengtong.app.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;

/** The node's health, as the system administrator reads it. */
@PlatformTest
class HealthTest {

    @Autowired
    NodeHealth health;

    @Autowired
    Texts texts;

    @Autowired
    ApplicationContext platform;

    private CurrentUser staff(String number) {
        return CaseworkFixtures.of(platform).staff(number);
    }

    @Test
    void every_part_says_in_both_languages_how_it_fares_and_what_to_do() {
        var lines = health.look(staff("jn-0901"));

        assertThat(lines)
                .extracting(HealthLine::part)
                .contains(
                        "program",
                        "database",
                        "disk",
                        "clock",
                        "backup",
                        "recurring",
                        "works",
                        "log",
                        "message.MAIL",
                        "certificates");
        assertThat(lines).extracting(HealthLine::level).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(lines).allSatisfy(line -> {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(texts.say(locale, line.key(), line.arguments().toArray()))
                        .isNotEqualTo(line.key())
                        .doesNotContain("{");
                assertThat(line.level() == HealthLine.Level.GOOD || texts.knows(line.key() + ".mend"))
                        .describedAs(line.key())
                        .isTrue();
            }
        });
    }

    @Test
    void without_a_folder_for_backups_it_asks_for_one() {
        assertThat(health.look(staff("jn-0901")))
                .filteredOn(line -> line.part().equals("backup"))
                .extracting(HealthLine::level, HealthLine::words)
                .containsExactly(org.assertj.core.api.Assertions.tuple(HealthLine.Level.CARE, "no_folder"));
    }

    @Test
    void only_who_looks_after_the_node_sees_it() {
        for (var other : List.of("jn-0101", "jn-0902", "jn-0903")) {
            assertThatThrownBy(() -> health.look(staff(other))).isInstanceOf(ProblemException.class);
        }
    }
}
