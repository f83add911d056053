package org.zhengtong.service.feedback.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.feedback.RatingAspect;
import org.zhengtong.service.feedback.RatingCounts;
import org.zhengtong.service.feedback.Satisfaction;
import org.zhengtong.service.feedback.ServiceRating;

/** Ratings in {@code feedback.rating}. */
@Component
class RatingStore {

    private static final String COLUMNS = """
            case_number, item_name, department, rated_by, satisfaction, aspects, text, rated_at, follow_up_due_on, answer,
            answered_at, answered_by
            """;

    private static final String IN_SCOPE =
            "(:everything or department = any (:departments) or department like any (:divisions))";

    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the case was rated before. */
    boolean insert(ServiceRating rating) {
        var followUp = rating.followUp();
        return jdbc.sql("""
                insert into feedback.rating
                    (case_number, item_name, department, rated_by, satisfaction, aspects, text, rated_at, follow_up_due_on)
                values (:number, :item, :department, :ratedBy, :satisfaction, :aspects, :text, :at, :dueOn)
                on conflict (case_number) do nothing
                """)
                        .param("number", rating.number().value())
                        .param("item", rating.itemName())
                        .param("department", rating.department().value())
                        .param("ratedBy", rating.ratedBy().value())
                        .param("satisfaction", rating.satisfaction().code())
                        .param(
                                "aspects",
                                rating.aspects().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .param("text", rating.text())
                        .param("at", utc(rating.ratedAt()))
                        .param("dueOn", followUp == null ? null : followUp.dueOn())
                        .update()
                > 0;
    }

    Optional<ServiceRating> find(CaseNumber number) {
        return jdbc.sql("select " + COLUMNS + " from feedback.rating where case_number = :number")
                .param("number", number.value())
                .query(RatingStore::toRating)
                .optional();
    }

    boolean answer(CaseNumber number, String answer, String by, Instant at) {
        return jdbc.sql("""
                update feedback.rating
                set answer = :answer, answered_by = :by, answered_at = :at
                where case_number = :number and follow_up_due_on is not null and answered_at is null
                """)
                        .param("number", number.value())
                        .param("answer", answer)
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    List<ServiceRating> badOnes(DataScope scope, int limit) {
        return jdbc.sql("select " + COLUMNS + " from feedback.rating where follow_up_due_on is not null and " + IN_SCOPE
                        + " order by answered_at is not null, follow_up_due_on, rated_at limit :limit")
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("limit", limit)
                .query(RatingStore::toRating)
                .list();
    }

    List<ServiceRating> badBetween(Instant from, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                 from feedback.rating
                where rated_at >= :from and rated_at < :before and follow_up_due_on is not null
                order by rated_at, case_number
                """)
                .param("from", utc(from))
                .param("before", utc(before))
                .query(RatingStore::toRating)
                .list();
    }

    RatingCounts counts(DataScope scope) {
        var byLevel = new EnumMap<Satisfaction, Long>(Satisfaction.class);
        var open = new long[1];
        jdbc.sql("""
                select satisfaction, count(*) as ratings,
                    count(*) filter (where follow_up_due_on is not null and answered_at is null) as open_ones
                from feedback.rating
                where
                """ + IN_SCOPE + " group by satisfaction")
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(row -> {
                    byLevel.put(level(row.getInt("satisfaction")), row.getLong("ratings"));
                    open[0] += row.getLong("open_ones");
                });
        return new RatingCounts(byLevel, open[0]);
    }

    private static Satisfaction level(int code) {
        return Satisfaction.values()[code - 1];
    }

    private static ServiceRating toRating(ResultSet row, int number) throws SQLException {
        var dueOn = row.getObject("follow_up_due_on", LocalDate.class);
        return new ServiceRating(
                new CaseNumber(row.getString("case_number")),
                row.getString("item_name"),
                new DepartmentId(row.getString("department")),
                new AccountId(row.getLong("rated_by")),
                level(row.getInt("satisfaction")),
                Arrays.stream((String[]) row.getArray("aspects").getArray())
                        .map(RatingAspect::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("text"),
                row.getObject("rated_at", OffsetDateTime.class).toInstant(),
                dueOn == null
                        ? null
                        : new ServiceRating.FollowUp(
                                dueOn,
                                row.getString("answer"),
                                instant(row, "answered_at"),
                                row.getString("answered_by")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
