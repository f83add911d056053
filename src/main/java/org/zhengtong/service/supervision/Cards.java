package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;

/** Yellow and red cards: shown, urged, appealed against, upheld, withdrawn and restored, each step with its reason. */
public interface Cards {

    /** Needed to appeal against a card of one's own department. */
    String APPEAL_CARD = "supervision.appeal_card";

    /** Needed to urge, uphold, withdraw and restore. */
    String HANDLE_CARD = "supervision.handle_card";

    /** The card, for its department and for supervisors of its division. */
    Card require(CardId id, CurrentUser staff);

    /** What happened to the card, oldest first. */
    List<CardEvent> history(CardId id, CurrentUser staff);

    /** Cards the user may see, newest first. */
    List<Card> list(Filter filter, CurrentUser staff, int limit);

    /** Cards that count, by level, issued in a period. */
    Map<CardLevel, Long> counts(LocalDate from, LocalDate to, @Nullable DivisionCode within);

    /** Appeals that wait for a decision of this user. */
    long countAppeals(CurrentUser staff);

    /** Reminds the department to finish; the card stays as it is. */
    CardOutcome urge(CardId id, String words, CurrentUser supervisor);

    /** Disagrees, within five working days of the card. */
    CardOutcome appeal(CardId id, String reason, CurrentUser department);

    CardOutcome uphold(CardId id, String reason, CurrentUser supervisor);

    CardOutcome withdraw(CardId id, String reason, CurrentUser supervisor);

    /** Takes a withdrawal back. */
    CardOutcome restore(CardId id, String reason, CurrentUser supervisor);

    /** Which cards; null means all. */
    record Filter(
            @Nullable CardLevel level,
            @Nullable CardState state,
            @Nullable DivisionCode within) {}
}
