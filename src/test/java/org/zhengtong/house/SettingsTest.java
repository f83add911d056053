package org.zhengtong.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.base.settings.Setting;

/** No setting of the program goes without words, and none is read behind the list's back. */
class SettingsTest {

    private static final Pattern READ = Pattern.compile("\\$\\{(zhengtong\\.[a-z0-9.-]+)");

    @Test
    void every_setting_says_in_both_languages_what_it_does() {
        var all = DeclaredSettingsOfRooms.all();
        assertThat(all).hasSizeGreaterThan(90);
        assertThat(all.stream()
                        .filter(setting -> DeclaredSettingsOfRooms.words(setting, false) == null
                                || DeclaredSettingsOfRooms.words(setting, true) == null)
                        .map(Setting::words))
                .as("texts that are missing in messages/<room>.properties and its English")
                .isEmpty();
    }

    @Test
    void every_setting_that_a_room_keeps_as_a_constant_is_declared() throws IllegalAccessException {
        var declared = DeclaredSettingsOfRooms.declared().map(Setting::name).collect(Collectors.toSet());
        for (var type : DeclaredSettingsOfRooms.CLASSES) {
            for (var field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Setting.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    var kept = field.reflect();
                    kept.setAccessible(true);
                    assertThat(declared).contains(((Setting<?>) kept.get(null)).name());
                }
            }
        }
    }

    @Test
    void every_setting_that_the_program_reads_by_name_is_declared() throws IOException {
        var declared = DeclaredSettingsOfRooms.all().stream().map(Setting::name).collect(Collectors.toSet());
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                READ.matcher(Files.readString(file))
                        .results()
                        .forEach(
                                read -> assertThat(declared).as(file.toString()).contains(read.group(1)));
            }
        }
    }

    @Test
    void usual_values_are_those_the_program_is_shipped_with() throws IOException {
        var shipped = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();

        assertThat(DeclaredSettingsOfRooms.all()).allSatisfy(setting -> {
            var value = shipped.getProperty(setting.name());
            assertThat(value == null ? setting.usual() : value.toString()).isEqualTo(setting.usual());
        });
    }

    @Test
    void passwords_and_keys_are_secret() {
        assertThat(DeclaredSettingsOfRooms.all())
                .filteredOn(setting -> setting.name().matches(".*(password|secret|token|[.-]key|headers|body)$"))
                .hasSizeGreaterThan(10)
                .allMatch(Setting::secret);
    }
}
