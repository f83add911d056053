package org.zhengtong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengtong.app.node.ZhengtongApplication;

/**
 * The whole platform in this process on a durable embedded PostgreSQL, with the pack of 山东. Its company procedure leads to
 * no licence here, so that no PDF is sealed beside the measured work; the benchmark hands the result over itself.
 */
final class Platform implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Platform start(String name, BeanPostProcessor... changes) throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), name + "-");
        var pack = folder.resolve("packs");
        copy(Path.of("packs", "shandong"), pack.resolve("shandong"));
        var procedure = pack.resolve("shandong/procedures/company-establishment.yaml");
        Files.writeString(procedure, Files.readString(procedure).replaceAll("(?m)^license:.*\n", ""));
        var application = new SpringApplication(ZhengtongApplication.class);
        application.addInitializers(context -> {
            for (var change : changes) {
                context.getBeanFactory().addBeanPostProcessor(change);
            }
        });
        return new Platform(application.run(
                "--zhengtong.data-dir=" + folder.resolve("var"),
                "--zhengtong.pack.folder=" + pack,
                "--zhengtong.node.demo-history=false",
                "--zhengtong.jobs.enabled=false",
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--logging.level.root=error"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
