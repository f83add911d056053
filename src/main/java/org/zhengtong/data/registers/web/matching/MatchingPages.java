package org.zhengtong.data.registers.web.matching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.internal.matching.Matching;

/** What the pages around comparisons show. */
public final class MatchingPages {

    private MatchingPages() {}

    /** Comparisons of registers that the user may see. */
    public record ListPage(List<MatchingPages.Line> lines) {}

    /** A comparison with the titles of its registers. */
    public record Line(Matching matching, RegisterDefinition left, RegisterDefinition right) {
        public String drawn() {
            return switch (matching.state()) {
                case DONE -> "done";
                case CANCELED -> "supplement";
                case WAITING, RUNNING -> "doing";
            };
        }
    }

    /** What stands in the form of a new comparison; a side is {@code register/item}. */
    public record Typed(String name, String left, String right, String rule, String score, Dates dates) {}

    /** The dates that are to be near each other as typed; all empty when they do not count. */
    public record Dates(String leftDate, String rightDate, String days) {
        static final Dates NONE = new Dates("", "", "");

        boolean asked() {
            return !leftDate.isEmpty() || !rightDate.isEmpty() || !days.isEmpty();
        }
    }

    /** The form for a new comparison. */
    public record NewPage(List<RegisterDefinition> registers, Typed typed, List<FieldFault> errors) {}

    /** Pairs of a comparison with one verdict. */
    public record PairsPage(
            Line line,
            Matching.Verdict verdict,
            Map<Matching.Verdict, Long> counts,
            List<MatchingPages.PairLine> pairs,
            @Nullable String first,
            @Nullable String next) {

        public long count(Matching.Verdict which) {
            return counts.getOrDefault(which, 0L);
        }

        public String address() {
            return "/staff/registers/matches/" + line.matching().id();
        }
    }

    /** A pair: what each side says, and where. */
    public record PairLine(Matching.Pair pair, String left, String leftHref, String right, String rightHref) {

        public int percent() {
            return pair.score().movePointRight(2).intValue();
        }
    }
}
