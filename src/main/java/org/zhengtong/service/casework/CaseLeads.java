package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/** Patterns in who decided what for whom; who may ask, and that he asked, is a matter of the asking room. */
public interface CaseLeads {

    /** Decisions that took less than a tenth of the median of their department's step, the quickest first. */
    List<Lead> quick(Question question);

    /** Three or more decisions of one person for one applicant though others decide the step as well, the most first. */
    List<Lead> pairs(Question question);

    /** Decisions made before many that had come earlier to the same step, the most overtaken first. */
    List<Lead> jumps(Question question);

    /** Steps decided on these days by departments of a division and all below it. */
    record Question(LocalDate from, LocalDate to, DivisionCode within, int most) {}

    /**
     * Something to look into, never a verdict.
     *
     * @param number the case, of several the latest
     * @param step title of the step
     * @param measured what stands out: minutes, decisions, or cases overtaken
     * @param usual what it stands out from: the median in minutes, all decisions of the step, or cases in the queue
     */
    record Lead(
            CaseNumber number,
            DepartmentId department,
            String step,
            String reviewer,
            String applicant,
            long measured,
            long usual) {}
}
