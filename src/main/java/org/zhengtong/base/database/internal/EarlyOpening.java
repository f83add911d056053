package org.zhengtong.base.database.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A database on its way: begun in a thread of its own when the settings are read, taken over by the beans. */
public final class EarlyOpening
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>,
                ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyOpening.class);

    private final CompletableFuture<OpenDatabase> opened = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        if (!isBuild()) {
            var settings = settings(prepared.getEnvironment());
            SpringApplication.getShutdownHandlers().add(this::abandon);
            Thread.ofPlatform().name("database-opening").daemon().start(() -> open(settings));
        }
    }

    /** The build works out how the beans are put together and needs no database for it. */
    private static boolean isBuild() {
        return Boolean.getBoolean("spring.aot.processing");
    }

    private static DatabaseSettings settings(Environment environment) {
        return Binder.get(environment).bindOrCreate("zhengtong", DatabaseSettings.class);
    }

    private void open(DatabaseSettings settings) {
        try {
            opened.complete(OpenDatabase.open(settings));
        } catch (RuntimeException | Error failure) {
            opened.completeExceptionally(failure);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!isBuild()) {
            context.getBeanFactory().registerSingleton(EarlyOpening.class.getName(), this);
        }
    }

    /** Waits until it is open, or throws why it will not be; from then on the taker closes it. */
    OpenDatabase take() {
        taken.set(true);
        try {
            return opened.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }

    /** The program ends before its beans have taken the database over. */
    private void abandon() {
        if (taken.compareAndSet(false, true)) {
            opened.handle((database, failure) -> database)
                    .thenAccept(EarlyOpening::close)
                    .join();
        }
    }

    private static void close(@org.jspecify.annotations.Nullable OpenDatabase database) {
        if (database != null) {
            LOG.debug("The program ends before it has used its database");
            database.close();
        }
    }
}
