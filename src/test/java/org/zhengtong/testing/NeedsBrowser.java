package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without a Chromium journeys are left out on a developer's machine and fail on the build machine ({@code CI=true}). */
class NeedsBrowser implements ExecutionCondition {

    private static final Path NOTE = Path.of("target", "no-browser.txt");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browsers.find().isPresent()) {
            forgetNote();
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("No Chromium on the build machine: .ci/run installs it");
        }
        leaveNote();
        return ConditionEvaluationResult.disabled("No Chromium on this machine");
    }

    private static void leaveNote() {
        try {
            Files.writeString(NOTE, "browser journeys were left out");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetNote() {
        try {
            Files.deleteIfExists(NOTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
