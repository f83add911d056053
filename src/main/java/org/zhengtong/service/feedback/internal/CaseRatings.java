package org.zhengtong.service.feedback.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.WorkingDays;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.feedback.FeedbackProblem;
import org.zhengtong.service.feedback.RateOutcome;
import org.zhengtong.service.feedback.RatingCounts;
import org.zhengtong.service.feedback.Ratings;
import org.zhengtong.service.feedback.ServiceRating;

@Service
class CaseRatings implements Ratings {

    // 好差评: a bad rating is followed up within 5 working days in most places (德州), 15 in some (四川).
    private static final WorkingDays FOLLOW_UP_LIMIT = WorkingDays.of(5);

    private final RatingStore ratings;
    private final CaseReading cases;
    private final Responsible responsible;
    private final Permissions permissions;
    private final WorkingCalendar calendar;
    private final FeedbackRecord record;
    private final Clock clock;

    CaseRatings(
            RatingStore ratings,
            CaseReading cases,
            Responsible responsible,
            Permissions permissions,
            WorkingCalendar calendar,
            FeedbackRecord record,
            Clock clock) {
        this.ratings = ratings;
        this.cases = cases;
        this.responsible = responsible;
        this.permissions = permissions;
        this.calendar = calendar;
        this.record = record;
        this.clock = clock;
    }

    @Override
    @Transactional
    public RateOutcome rate(CaseNumber number, Given given, CurrentUser applicant) {
        var file = cases.openMine(number, applicant).file();
        if (file.state().open() && file.state() != CaseState.GRANTED || file.state() == CaseState.WITHDRAWN) {
            return new RateOutcome.NotYet(file.state());
        }
        var rating = new ServiceRating(
                number,
                file.itemName(),
                file.leadDepartment(),
                applicant.id(),
                given.satisfaction(),
                given.aspects(),
                given.text().strip(),
                clock.instant(),
                given.satisfaction().bad() ? followUp() : null);
        if (!ratings.insert(rating)) {
            return new RateOutcome.AlreadyRated(
                    ratings.find(number).orElseThrow().ratedAt());
        }
        record.write(AuditAction.of(Responsible.actor(applicant), "feedback.rate", "case", number.value())
                .with("satisfaction", given.satisfaction().code()));
        if (rating.followUp() != null) {
            tellDepartment(rating, rating.followUp());
        }
        return new RateOutcome.Rated(rating);
    }

    private ServiceRating.FollowUp followUp() {
        var due = calendar.due(LocalDate.now(clock), FOLLOW_UP_LIMIT.asLimit()).requireDueOn();
        return new ServiceRating.FollowUp(due, null, null, null);
    }

    private void tellDepartment(ServiceRating rating, ServiceRating.FollowUp followUp) {
        record.tell(responsible.of(rating.department()).stream()
                .map(account -> Notice.to(
                                account,
                                "feedback.notice.bad_rating",
                                rating.itemName(),
                                rating.number(),
                                followUp.dueOn())
                        .linking("/staff/ratings#" + rating.number()))
                .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ServiceRating> find(CaseNumber number) {
        return ratings.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceRating> badOnes(CurrentUser staff, int limit) {
        return ratings.badOnes(permissions.scopeOf(staff, Responsible.ANSWER_COMPLAINT), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceRating> badBetween(Instant from, Instant before) {
        return ratings.badBetween(from, before);
    }

    @Override
    @Transactional(readOnly = true)
    public RatingCounts counts(CurrentUser staff) {
        return ratings.counts(permissions.scopeOf(staff, Responsible.ANSWER_COMPLAINT));
    }

    @Override
    @Transactional
    public boolean answer(CaseNumber number, String answer, CurrentUser staff) {
        var rating = ratings.find(number).orElseThrow(() -> new ProblemException(FeedbackProblem.RATING_NOT_FOUND));
        permissions.require(staff, Responsible.ANSWER_COMPLAINT, rating.department());
        if (!ratings.answer(number, answer.strip(), staff.name(), clock.instant())) {
            return false;
        }
        record.write(AuditAction.of(Responsible.actor(staff), "feedback.answer_rating", "case", number.value()));
        record.tell(List.of(Notice.to(rating.ratedBy(), "feedback.notice.rating_answered", rating.itemName())
                .linking("/cases/" + number + "/rating")));
        return true;
    }
}
