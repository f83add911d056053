package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the platform under test a folder of its own below {@code target/}. */
class TestFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "var-");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test folder",
                            Map.of(
                                    "zhengtong.data-dir",
                                    folder.toString(),
                                    "zhengtong.database.durable",
                                    "false",
                                    "zhengtong.node.demo-history",
                                    "false",
                                    // Tests run the jobs they need by hand: nothing happens behind their back.
                                    "zhengtong.jobs.enabled",
                                    "false")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
