package org.zhengtong.base.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be written for a setting. */
class SettingKindTest {

    @Test
    void numbers_times_lengths_and_sizes_are_read_within_their_bounds() {
        assertThat(SettingKind.whole(3, 20).read(" 5 ")).contains(5);
        assertThat(SettingKind.whole(3, 20).read("21")).isEmpty();
        assertThat(SettingKind.whole(3, 20).read("five")).isEmpty();
        assertThat(SettingKind.time().read("22:30")).contains(java.time.LocalTime.of(22, 30));
        assertThat(SettingKind.time().read("24:30")).isEmpty();
        assertThat(SettingKind.duration("5m", "24h").read("2h")).contains(java.time.Duration.ofHours(2));
        assertThat(SettingKind.duration("5m", "24h").read("4m")).isEmpty();
        assertThat(SettingKind.size("1MB", "60MB").read("61MB")).isEmpty();
    }
}
