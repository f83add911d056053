package org.zhengtong.service.feedback.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.service.feedback.RatingAspect;
import org.zhengtong.service.feedback.Satisfaction;

/** A rating as typed, with its faults once it was refused. */
public record RatingForm(@Nullable Satisfaction satisfaction, Set<RatingAspect> aspects, String text, boolean refused) {

    static final RatingForm EMPTY = new RatingForm(null, Set.of(), "", false);

    RatingForm(@Nullable Satisfaction satisfaction, Set<RatingAspect> aspects, String text) {
        this(satisfaction, aspects, text, false);
    }

    RatingForm checked() {
        return new RatingForm(satisfaction, aspects, text, true);
    }

    public boolean levelMissing() {
        return refused && satisfaction == null;
    }

    public boolean textTooLong() {
        return refused && text.length() > RatingController.LONGEST_TEXT;
    }

    /** All faults, for the summary. */
    public List<FieldFault> faults(Shell shell) {
        var faults = new ArrayList<FieldFault>();
        if (levelMissing()) {
            faults.add(new FieldFault("satisfaction", shell.say("feedback.rating.level_missing")));
        }
        if (textTooLong()) {
            faults.add(new FieldFault(
                    "text", shell.say("feedback.too_long", text.length(), RatingController.LONGEST_TEXT)));
        }
        return faults;
    }
}
