package org.zhengtong.service.items;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a guide (办事指南) tells about an item. Empty lists and nulls mean that the department has not stated it.
 *
 * @param summary what happens, in one or two sentences
 * @param audience who may apply, in few words
 * @param fee what it costs, in words
 * @param visits how often the applicant must come (到办事现场次数)
 * @param scope where it can be handled (通办范围), in words
 */
public record ServiceGuide(
        @Nullable String summary,
        @Nullable String audience,
        @Nullable String audienceNote,
        List<String> conditions,
        List<RequiredMaterial> materials,
        List<GuideStep> steps,
        List<GuideLane> lanes,
        @Nullable String result,
        @Nullable String fee,
        @Nullable String feeNote,
        @Nullable Integer visits,
        @Nullable String visitsNote,
        @Nullable String scope,
        Set<HandlingForm> forms,
        List<LawArticle> laws,
        List<GuideQuestion> questions,
        ServiceWindow window) {

    /** Nothing is known. */
    public static final ServiceGuide EMPTY = new ServiceGuide(
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            List.of(),
            List.of(),
            ServiceWindow.UNKNOWN);
}
