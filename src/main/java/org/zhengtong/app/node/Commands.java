package org.zhengtong.app.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.zhengtong.base.backup.BackupManifest;
import org.zhengtong.base.backup.Backups;
import org.zhengtong.base.database.NodeDatabase;
import org.zhengtong.base.database.StartupFailure;
import org.zhengtong.base.problem.ProblemException;

/** What an operator does from the command line, with the settings of the node but without starting it. */
public final class Commands {

    private static final int WRONG_USE = 2;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Commands() {}

    /** Does the command of the first word and ends with status 0, 1 (not done) or 2 (no such command). */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(arguments[0].equals(PopulationCommand.WORD) ? PopulationCommand.run(arguments) : run(arguments));
    }

    /** The command's exit status. */
    static int run(String... arguments) {
        var words =
                Arrays.stream(arguments).filter(one -> !one.startsWith("--")).toList();
        var settings = settings(arguments);
        quieten(settings);
        try {
            return run(words, settings);
        } catch (ProblemException e) {
            say(
                    System.err,
                    "backup",
                    "problem." + e.problem().code(),
                    e.details().toArray());
            return 1;
        } catch (StartupFailure e) {
            say(System.err, "database", e.key(), e.details().toArray());
            return 1;
        }
    }

    private static int run(List<String> words, ConfigurableEnvironment settings) {
        if (words.size() != 2) {
            say(System.err, "node", "node.command.use");
            return WRONG_USE;
        }
        var file = Path.of(words.get(1)).toAbsolutePath().normalize();
        var begun = System.nanoTime();
        switch (words.getFirst()) {
            case "backup" -> report("node.command.backed_up", backup(file, settings), file, begun);
            case "restore" -> report("node.command.restored", Backups.restore(file, settings), file, begun);
            case "check-backup" -> report("node.command.checked", Backups.check(file), file, begun);
            default -> {
                say(System.err, "node", "node.command.use");
                return WRONG_USE;
            }
        }
        return 0;
    }

    private static BackupManifest backup(Path file, ConfigurableEnvironment settings) {
        try (var database = NodeDatabase.reach(settings)) {
            return Backups.make(database.connections(), NodeDatabase.folderOf(settings), file, Clock.systemUTC());
        }
    }

    /** The settings as the node would read them: command line, environment, files. */
    private static ConfigurableEnvironment settings(String... arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static void quieten(ConfigurableEnvironment settings) {
        var logging = LoggingSystem.get(Commands.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(settings), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private static void report(String key, BackupManifest manifest, Path file, long begun) {
        say(
                System.out,
                "node",
                key,
                file,
                String.valueOf(manifest.tables().size()),
                String.valueOf(manifest.rows()),
                String.valueOf(manifest.files().size()),
                String.valueOf(Files.exists(file) ? (file.toFile().length() >> 20) + 1 : 0),
                String.valueOf((System.nanoTime() - begun) / 1_000_000_000),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                        .withZone(BEIJING)
                        .format(manifest.at()));
    }

    @SuppressWarnings("SystemOut")
    private static void say(java.io.PrintStream out, String room, String key, Object... arguments) {
        for (var locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            var sentence = ResourceBundle.getBundle("messages/" + room, locale).getString(key);
            out.println(new MessageFormat(sentence, Locale.ROOT).format(arguments));
        }
    }
}
