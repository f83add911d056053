package org.zhengtong.app.hall.web.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseFile;

/** The public look-up: its form, and what it found. */
public record LookUpPage(String number, Answer answer) {

    /** What to show below or instead of the form. */
    public sealed interface Answer {

        /** Nothing was asked yet. */
        record NotAsked() implements Answer {}

        /** The same words for a wrong number and for wrong digits. */
        record NotFound() implements Answer {}

        /** Too many tries; when to try again. */
        record TooMany(Instant again) implements Answer {}

        /** Where the case stands; the template shows nothing personal of the file. */
        record Found(CaseFile file, Status status, CaseProgress progress) implements Answer {}
    }

    /** The progress found, null when there is none. */
    public Answer.@Nullable Found found() {
        return answer instanceof Answer.Found found ? found : null;
    }

    /** When to try again, null when there is nothing to wait for. */
    public @Nullable Instant again() {
        return answer instanceof Answer.TooMany(var at) ? at : null;
    }

    /** Whether number or digits were wrong. */
    public boolean missed() {
        return answer instanceof Answer.NotFound;
    }
}
