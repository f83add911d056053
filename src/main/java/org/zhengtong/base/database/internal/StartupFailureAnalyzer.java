package org.zhengtong.base.database.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.zhengtong.base.database.StartupFailure;

/** Says in one sentence, in Chinese and English, why the node did not start. */
class StartupFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure ours) {
                return sentence(ours.key(), ours, ours.details().toArray());
            }
            if (cause instanceof PortInUseException taken) {
                return sentence("database.port_taken", taken, String.valueOf(taken.getPort()));
            }
        }
        return null;
    }

    private static FailureAnalysis sentence(String key, Throwable cause, Object... details) {
        var chinese = ResourceBundle.getBundle("messages/database", Locale.ROOT).getString(key);
        var english =
                ResourceBundle.getBundle("messages/database", Locale.ENGLISH).getString(key);
        return new FailureAnalysis(
                new MessageFormat(chinese, Locale.ROOT).format(details)
                        + System.lineSeparator()
                        + new MessageFormat(english, Locale.ROOT).format(details),
                null,
                cause);
    }
}
