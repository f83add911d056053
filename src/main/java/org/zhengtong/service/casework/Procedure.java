package org.zhengtong.service.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * How cases of an item are handled (办理流程), a version of it. A running case keeps the version it was filed under.
 *
 * @param version counts from 1 with every change in the pack
 * @param itemCode the service item it belongs to; implementations with the same basic code follow it too
 * @param licenseType the licence that a granted case leads to; null when there is none
 * @param subject where the form keeps the values that lists and documents show
 * @param joint the limits of the whole case
 * @param tree what happens after acceptance
 * @param grant how the decision that grants is worded; null for the usual words
 */
public record Procedure(
        String key,
        int version,
        String title,
        ItemCode itemCode,
        String form,
        @Nullable String licenseType,
        List<String> materials,
        Subject subject,
        Intake intake,
        Limits joint,
        Block tree,
        @Nullable GrantDocument grant) {

    public Procedure {
        materials = List.copyOf(materials);
    }

    /** The same procedure with another tree: that of one case. */
    public Procedure withTree(Block amended) {
        return new Procedure(
                key, version, title, itemCode, form, licenseType, materials, subject, intake, joint, amended, grant);
    }

    /** The step of this key. */
    public Block.Step step(String stepKey) {
        return tree.steps()
                .filter(step -> step.key().equals(stepKey))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step " + stepKey + " in " + key));
    }

    /**
     * JSON pointers into the form's answers.
     *
     * @param name who or what the case is about: the enterprise's name
     * @param division where the matter lies; null = the division the draft was started in, whose departments handle it
     */
    public record Subject(
            Applicant.Kind kind,
            String name,
            @Nullable String identifier,
            @Nullable String contactName,
            @Nullable String mobile,
            @Nullable String division) {}

    /** Intake at the comprehensive window (一窗受理): who, and within which limit the applicant must be answered. */
    public record Intake(String title, String department, TimeLimit statutory, String law) {}

    /** A committed and a statutory limit with their law; each may be missing. */
    public record Limits(
            @Nullable TimeLimit committed,
            @Nullable TimeLimit statutory,
            @Nullable String law,
            @Nullable MoreTime extension) {}

    /** Title and text of the document that grants (结果文书). */
    public record GrantDocument(String title, String text) {}

    /** How much a limit can be extended once, and the law that allows it (行政许可法 第四十二条). */
    public record MoreTime(TimeLimit by, String law) {}
}
