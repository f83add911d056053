package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Inbox;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/**
 * Lists tasks from the one table that has all a list shows. Intake tasks and the departments' tasks have partial indexes of
 * their own, so a search has one branch for each kind the user may act on.
 */
@Component
class InboxSearch {

    private static final String COLUMNS = """
            select case_id, serial, item_code, item_name, applicant, step, step_title, kind, state, channel, division,
                department, holder_name, opened_at, due_on, sort_on, done_at,
                case when state = 'WAITING' then (
                    select c.state = 'SUSPENDED' from casework.case_file c where c.id = case_id) end as suspended
            from casework.task
            """;
    /** So many tasks say what the filter's lists offer. */
    private static final int FIRST = 1_000;

    private static final String AFTER = """
              and (sort_on, case_id, serial) > (:sortOn, :caseId, :serial)
            """;

    private final JdbcClient jdbc;

    InboxSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose inbox, of which day: where the user may accept, where he may decide. */
    record Owner(DataScope accepts, DataScope decides, long account, LocalDate today, LocalDate soon) {
        boolean isEmpty() {
            return accepts.isEmpty() && decides.isEmpty();
        }
    }

    List<Inbox.Row> list(Owner owner, Inbox.Filter filter, Inbox.@Nullable Cursor after, int size) {
        var branches = branches(owner, filter, COLUMNS, after == null ? "" : AFTER, size);
        if (branches.isEmpty()) {
            return List.of();
        }
        var sql = "select * from (" + branches + ") as found order by sort_on, case_id, serial limit " + size;
        var statement = bind(sql, owner, filter);
        if (after != null) {
            statement = statement
                    .param("sortOn", after.sortOn())
                    .param("caseId", CaseKey.of(after.task().number()))
                    .param("serial", after.task().serial());
        }
        return statement.query((row, number) -> row(row, owner)).list();
    }

    /** How many there are; counts stop at {@link Inbox.Tally#MOST}. */
    int count(Owner owner, Inbox.Filter filter) {
        return bind("select " + counted(owner, filter), owner, filter)
                .query(Integer.class)
                .single();
    }

    /** How many there are under each heading, from one statement. */
    Map<Inbox.Show, Integer> counts(Owner owner) {
        var columns = Arrays.stream(Inbox.Show.values())
                .map(show -> counted(owner, all(show)) + " as \"" + show + '"')
                .collect(Collectors.joining(", "));
        return bind("select " + columns, owner, Inbox.Filter.ALL)
                .query((row, number) -> {
                    var counts = new EnumMap<Inbox.Show, Integer>(Inbox.Show.class);
                    for (var show : Inbox.Show.values()) {
                        counts.put(show, row.getInt(show.name()));
                    }
                    return counts;
                })
                .single();
    }

    private static Inbox.Filter all(Inbox.Show show) {
        return new Inbox.Filter(show, null, null, null, null, null);
    }

    // Reads nothing but the index where the filter allows it.
    private static String counted(Owner owner, Inbox.Filter filter) {
        var branches = branches(owner, filter, "select 1 from casework.task", "", Inbox.Tally.MOST);
        return branches.isEmpty()
                ? "0"
                : "(select least(count(*), " + Inbox.Tally.MOST + ") from (" + branches + ") as found)";
    }

    /** A combination of values among the first tasks of the inbox. */
    record Occurring(String itemCode, String itemName, String step, String stepTitle, String division) {}

    /** What occurs among the first tasks of the inbox. */
    List<Occurring> occurring(Owner owner) {
        var branches = branches(owner, Inbox.Filter.ALL, COLUMNS, "", FIRST);
        return branches.isEmpty()
                ? List.of()
                : bind(
                                "select distinct item_code, item_name, step, step_title, division from (" + branches
                                        + ") as found",
                                owner,
                                Inbox.Filter.ALL)
                        .query(Occurring.class)
                        .list();
    }

    private static String branches(Owner owner, Inbox.Filter filter, String select, String after, int limit) {
        var branches = new ArrayList<String>();
        if (!owner.accepts().isEmpty()) {
            branches.add(branch(select, "kind = 'INTAKE'", owner.accepts(), "accepts", filter, after, limit));
        }
        if (!owner.decides().isEmpty() && filter.show() != Inbox.Show.TO_ACCEPT) {
            branches.add(branch(select, "kind <> 'INTAKE'", owner.decides(), "decides", filter, after, limit));
        }
        return String.join(" union all ", branches);
    }

    private static String branch(
            String select,
            String kind,
            DataScope scope,
            String scopeName,
            Inbox.Filter filter,
            String after,
            int limit) {
        return "(" + select + " where " + kind + " and " + shown(filter.show()) + " and " + within(scope, scopeName)
                + asked(filter) + after + " order by sort_on, case_id, serial limit " + limit + ")";
    }

    // Only what is asked for: a column that is merely named keeps a count from the index alone.
    private static String asked(Inbox.Filter filter) {
        return (filter.itemCode() == null ? "" : " and item_code = :item")
                + (blankToNull(filter.step()) == null ? "" : " and step = :step")
                + (filter.division() == null ? "" : " and division like :division")
                + (filter.channel() == null ? "" : " and channel = :channel")
                + (blankToNull(filter.applicant()) == null ? "" : " and applicant like :applicant");
    }

    private static String shown(Inbox.Show show) {
        return switch (show) {
            case ALL, TO_ACCEPT -> "state in ('OPEN', 'WAITING')";
            case OVERDUE -> "state in ('OPEN', 'WAITING') and sort_on < :today";
            case DUE_SOON -> "state in ('OPEN', 'WAITING') and sort_on >= :today and sort_on <= :soon";
            case WAITING -> "state in ('OPEN', 'WAITING') and state = 'WAITING' and sort_on = date '9999-12-31'";
            case MINE -> "state in ('OPEN', 'WAITING') and holder = :account";
            case DONE_TODAY -> "state = 'DONE' and done_on = :today and done_by = :account";
        };
    }

    // One department, the usual case, is an equality, so that the index gives the rows in order.
    private static String within(DataScope scope, String name) {
        if (scope.everything()) {
            return "true";
        }
        return scope.departments().size() == 1 && scope.divisions().isEmpty()
                ? "department = :" + name + "Department"
                : "(department = any (:" + name + "Departments) or department like any (:" + name + "Patterns))";
    }

    private JdbcClient.StatementSpec bind(String sql, Owner owner, Inbox.Filter filter) {
        var division = filter.division();
        var channel = filter.channel();
        var item = filter.itemCode();
        var applicant = filter.applicant();
        var statement = jdbc.sql(sql)
                .param("item", item == null ? null : item.value(), java.sql.Types.VARCHAR)
                .param("step", blankToNull(filter.step()), java.sql.Types.VARCHAR)
                .param("division", division == null ? null : division.prefix() + "%", java.sql.Types.VARCHAR)
                .param("channel", channel == null ? null : channel.name(), java.sql.Types.VARCHAR)
                .param(
                        "applicant",
                        applicant == null || applicant.isBlank() ? null : "%" + escaped(applicant.strip()) + "%",
                        java.sql.Types.VARCHAR)
                .param("today", owner.today())
                .param("soon", owner.soon())
                .param("account", owner.account());
        return bind(bind(statement, owner.accepts(), "accepts"), owner.decides(), "decides");
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, DataScope scope, String name) {
        var departments = scope.departmentValues();
        return statement
                .param(name + "Department", departments.length == 0 ? "" : departments[0])
                .param(name + "Departments", departments)
                .param(name + "Patterns", scope.divisionPatterns());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Inbox.Row row(ResultSet row, Owner owner) throws SQLException {
        var state = TaskState.valueOf(row.getString("state"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new Inbox.Row(
                new TaskId(CaseKey.number(row.getLong("case_id")), row.getInt("serial")),
                CaseKey.number(row.getLong("case_id")),
                new ItemCode(row.getString("item_code")),
                row.getString("item_name"),
                row.getString("applicant"),
                row.getString("step"),
                row.getString("step_title"),
                Block.StepKind.valueOf(row.getString("kind")),
                state,
                Channel.valueOf(row.getString("channel")),
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                row.getString("holder_name"),
                Objects.requireNonNull(CaseFileStore.instant(row, "opened_at")),
                dueOn,
                urgency(state, dueOn, owner.today(), owner.soon()),
                CaseFileStore.instant(row, "done_at"),
                row.getBoolean("suspended"));
    }

    static Inbox.Urgency urgency(TaskState state, @Nullable LocalDate dueOn, LocalDate today, LocalDate soon) {
        if (state == TaskState.DONE || state == TaskState.CANCELED) {
            return Inbox.Urgency.DONE;
        }
        if (dueOn == null) {
            return Inbox.Urgency.STOPPED;
        }
        if (dueOn.isBefore(today)) {
            return Inbox.Urgency.OVERDUE;
        }
        return dueOn.isAfter(soon) ? Inbox.Urgency.IN_TIME : Inbox.Urgency.DUE_SOON;
    }
}
