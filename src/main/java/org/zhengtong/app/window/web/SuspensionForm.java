package org.zhengtong.app.window.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;

/** What is typed to suspend a case, and to let it go on. */
public record SuspensionForm(
        @Nullable String ground,
        @Nullable String reason,
        @Nullable String resumeOn,
        @Nullable String outcome) {

    /** Nothing typed yet. */
    static final SuspensionForm EMPTY = new SuspensionForm(null, null, null, null);

    public String groundText() {
        return ground == null ? "" : ground.strip();
    }

    public String reasonText() {
        return reason == null ? "" : reason.strip();
    }

    public String resumeText() {
        return resumeOn == null ? "" : resumeOn.strip();
    }

    public String outcomeText() {
        return outcome == null ? "" : outcome.strip();
    }

    /** The day on which it ends by itself; null when left empty or unreadable. */
    @Nullable
    LocalDate resumeDay() {
        return TypedDay.of(resumeOn).orElse(null);
    }

    boolean dayUnreadable() {
        return !resumeText().isEmpty() && resumeDay() == null;
    }
}
