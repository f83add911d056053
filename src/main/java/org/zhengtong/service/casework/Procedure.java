package org.zhengtong.service.casework;

import java.util.List;
import java.util.Map;
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
 * @param offers what makes it easier for the applicant
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
        @Nullable GrantDocument grant,
        Offers offers) {

    public Procedure {
        materials = List.copyOf(materials);
    }

    /** A procedure that offers nothing besides. */
    public Procedure(
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
        this(
                key,
                version,
                title,
                itemCode,
                form,
                licenseType,
                materials,
                subject,
                intake,
                joint,
                tree,
                grant,
                Offers.NONE);
    }

    /** The same procedure with another tree: that of one case. */
    public Procedure withTree(Block amended) {
        return new Procedure(
                key,
                version,
                title,
                itemCode,
                form,
                licenseType,
                materials,
                subject,
                intake,
                joint,
                amended,
                grant,
                offers);
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

    /**
     * What makes it easier for the applicant.
     *
     * @param prefill pointers of answers that a new draft gets from the applicant's account
     * @param commitment that a written commitment replaces materials (告知承诺); null when it does not
     * @param deferral that materials may follow (容缺受理); null when all must be there
     */
    public record Offers(
            Map<String, AccountFact> prefill,
            @Nullable Commitment commitment,
            @Nullable Deferral deferral) {

        /** Nothing. */
        public static final Offers NONE = new Offers(Map.of(), null, null);

        public Offers {
            prefill = Map.copyOf(prefill);
        }
    }

    /** What an account knows of its holder: of a person his name and number, of an enterprise its name and credit code. */
    public enum AccountFact {
        NAME,
        IDENTIFIER,
        ENTERPRISE,
        CREDIT_CODE,
        MOBILE
    }

    /**
     * Commitment instead of proof (告知承诺, 国办发〔2020〕42号): whoever chooses it confirms this text, the decision comes at once,
     * and the authority checks afterwards. A false commitment leads to a proposal of revocation.
     *
     * @param when who has chosen it
     * @param terms what the applicant commits to, one sentence each
     * @param replaces names of the materials that are not asked for then
     * @param check how long after the decision it is checked at the latest
     */
    public record Commitment(
            Block.Condition when, List<String> terms, List<String> replaces, TimeLimit check, String law) {
        public Commitment {
            terms = List.copyOf(terms);
            replaces = List.copyOf(replaces);
        }
    }

    /** Acceptance before secondary materials are there (容缺受理): they follow within {@code within} of the acceptance. */
    public record Deferral(TimeLimit within, String law, List<Deferrable> materials) {
        public Deferral {
            materials = List.copyOf(materials);
        }
    }

    /**
     * A material that may follow.
     *
     * @param flag pointer to the yes-no question whose yes leaves it out
     * @param file pointer to the files
     */
    public record Deferrable(String name, String flag, String file) {}

    /** Title and text of the document that grants (结果文书). */
    public record GrantDocument(String title, String text) {}

    /** How much a limit can be extended once, and the law that allows it (行政许可法 第四十二条). */
    public record MoreTime(TimeLimit by, String law) {}
}
