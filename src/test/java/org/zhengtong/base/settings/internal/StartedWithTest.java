package org.zhengtong.base.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.settings.SettingState.Source;

/** Where a value comes from is told rightly, and no secret of it. */
class StartedWithTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    private SettingState state(String name) {
        ConfigurationPropertySources.attach(environment);
        return new States(new StartValues(environment))
                .of(Setting.atStart(name, "usual"), null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_command_line_comes_before_the_environment_and_that_before_a_file() throws IOException {
        var sources = environment.getPropertySources();
        sources.addLast(new SystemEnvironmentPropertySource(
                "systemEnvironment-test", Map.of("ZHENGTONG_MAIL_HOST", "environment", "ZHENGTONG_MAIL_FROM", "me")));
        sources.addFirst(new SimpleCommandLinePropertySource("--zhengtong.mail.host=line"));
        sources.addLast(new YamlPropertySourceLoader()
                .load("own", new ByteArrayResource(text("zhengtong.mail.user: he\n"), "application.yaml"))
                .getFirst());
        sources.addLast(new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .getFirst());

        assertThat(state("zhengtong.mail.host"))
                .extracting(SettingState::value, SettingState::source)
                .containsExactly("line", Source.COMMAND_LINE);
        assertThat(state("zhengtong.mail.from").source()).isEqualTo(Source.ENVIRONMENT);
        assertThat(state("zhengtong.mail.user").source()).isEqualTo(Source.FILE);
        assertThat(state("server.port").source()).isEqualTo(Source.USUAL);
        assertThat(state("zhengtong.mail.port"))
                .extracting(SettingState::value, SettingState::source)
                .containsExactly("usual", Source.USUAL);
    }

    @Test
    void secrets_are_neither_shown_by_themselves_nor_within_addresses() {
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(
                        "--zhengtong.mail.password=letmein",
                        "--zhengtong.database.url=jdbc:postgresql://he:letmein@host/db?user=he&password=letmein&x=1"));

        assertThat(state("zhengtong.mail.password").value()).isEmpty();
        assertThat(state("zhengtong.mail.password").filled()).isTrue();
        assertThat(state("zhengtong.database.url").value())
                .isEqualTo("jdbc:postgresql://***@host/db?user=he&password=***&x=1");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
