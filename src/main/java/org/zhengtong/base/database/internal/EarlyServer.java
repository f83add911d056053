package org.zhengtong.base.database.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** Starts the embedded server as soon as the settings are known, while the program is still putting its beans together. */
class EarlyServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean("spring.aot.processing")) {
            return;
        }
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("zhengtong", DatabaseSettings.class);
        if (settings.database().url().isEmpty()) {
            var started = new CompletableFuture<PostgresServer>();
            context.getBeanFactory().registerSingleton(Starting.class.getName(), new Starting(started));
            Thread.ofPlatform().name("database-start").daemon().start(() -> start(settings, started));
        }
    }

    private static void start(DatabaseSettings settings, CompletableFuture<PostgresServer> started) {
        try {
            started.complete(settings.startEmbedded());
        } catch (RuntimeException | Error failure) {
            started.completeExceptionally(failure);
        }
    }

    /** A server on its way. */
    record Starting(CompletableFuture<PostgresServer> server) {

        /** Waits until it is there, or throws why it will not be. */
        PostgresServer await() {
            try {
                return server.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof StartupFailure known) {
                    throw known;
                }
                throw failed;
            }
        }
    }
}
