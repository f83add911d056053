package org.zhengtong.app.node;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.zhengtong.base.database.EarlyDatabase;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.data.registers.MadeUpPopulation;

/** {@code make-population --rows 1000000}: starts the node on a free port, makes people up, says how far it is, and ends. */
final class PopulationCommand {

    static final String WORD = "make-population";

    private static final String ROWS = "--rows";
    private static final int WRONG_USE = 2;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private PopulationCommand() {}

    /** The command's exit status: 0 done, 1 not done, 2 not so many. */
    static int run(String... arguments) throws InterruptedException {
        var rows = rows(arguments);
        if (rows < 1 || rows > MadeUpPopulation.MOST) {
            say(System.err, "node.command.population_use", MadeUpPopulation.MOST);
            return WRONG_USE;
        }
        var application = new SpringApplication(ZhengtongApplication.class);
        EarlyDatabase.openFor(application);
        try (var node = application.run(settings(arguments))) {
            var jobs = node.getBean(Jobs.class);
            var begun = System.nanoTime();
            var work = jobs.start(MadeUpPopulation.of(rows, WORD));
            var ended = watch(jobs, work);
            var seconds = (System.nanoTime() - begun) / 1_000_000_000;
            var done = ended.state() == WorkState.DONE;
            say(
                    done ? System.out : System.err,
                    done ? "node.command.populated" : "node.command.not_populated",
                    rows,
                    seconds);
            return done ? 0 : 1;
        }
    }

    /** {@code --rows=n} or {@code --rows n}; 0 if neither is there. */
    static long rows(String... arguments) {
        var words = List.of(arguments);
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var number = word.startsWith(ROWS + "=")
                    ? word.substring(ROWS.length() + 1)
                    : word.equals(ROWS) && at + 1 < words.size() ? words.get(at + 1) : "";
            if (number.matches("[0-9]{1,9}")) {
                return Long.parseLong(number);
            }
        }
        return 0;
    }

    private static String[] settings(String... arguments) {
        var settings = Arrays.stream(arguments)
                .filter(one -> one.startsWith("--") && !one.startsWith(ROWS))
                .collect(Collectors.toCollection(ArrayList::new));
        settings.add("--server.port=0");
        return settings.toArray(String[]::new);
    }

    private static WorkStatus watch(Jobs jobs, WorkId work) throws InterruptedException {
        var never = new CountDownLatch(1);
        while (true) {
            var status = jobs.find(work).orElseThrow();
            if (status.state().ended()) {
                return status;
            }
            say(System.out, "node.command.populating", status.done());
            if (never.await(BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
                return status;
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(PrintStream out, String key, Object... arguments) {
        for (var locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            var sentence = ResourceBundle.getBundle("messages/node", locale).getString(key);
            out.println(new MessageFormat(sentence, Locale.ROOT).format(arguments));
        }
    }
}
