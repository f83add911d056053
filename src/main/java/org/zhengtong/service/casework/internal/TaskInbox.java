package org.zhengtong.service.casework.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Inbox;
import org.zhengtong.service.casework.TaskId;

/** The inbox of the present user: what the rights allow, as of today. */
@Service
class TaskInbox implements Inbox {

    private static final int EXPORT_PAGE = 500;

    private final InboxSearch search;
    private final CaseActions actions;
    private final Rights rights;
    private final Permissions permissions;
    private final Divisions divisions;
    private final WorkingCalendar calendar;
    private final InboxDay day;

    TaskInbox(
            InboxSearch search,
            CaseActions actions,
            Rights rights,
            Permissions permissions,
            Divisions divisions,
            WorkingCalendar calendar,
            InboxDay day) {
        this.search = search;
        this.actions = actions;
        this.rights = rights;
        this.permissions = permissions;
        this.divisions = divisions;
        this.calendar = calendar;
        this.day = day;
    }

    private InboxSearch.Owner owner(CurrentUser by) {
        var today = day.today();
        return new InboxSearch.Owner(
                permissions.scopeOf(by, Rights.ACCEPT),
                permissions.scopeOf(by, Rights.DECIDE),
                by.id().value(),
                today,
                calendar.addWorkingDays(today, 1));
    }

    @Override
    @Transactional(readOnly = true)
    public Tally tally(CurrentUser by) {
        var counts = search.counts(owner(by));
        return new Tally(
                counts.getOrDefault(Show.ALL, 0),
                counts.getOrDefault(Show.OVERDUE, 0),
                counts.getOrDefault(Show.DUE_SOON, 0),
                counts.getOrDefault(Show.TO_ACCEPT, 0),
                counts.getOrDefault(Show.WAITING, 0),
                counts.getOrDefault(Show.DONE_TODAY, 0),
                counts.getOrDefault(Show.MINE, 0));
    }

    @Override
    @Transactional(readOnly = true)
    public Page list(Filter filter, @Nullable Cursor after, int size, CurrentUser by) {
        var owner = owner(by);
        var rows = search.list(owner, filter, after, size + 1);
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Page(
                List.copyOf(shown), rows.size() > size ? cursor(shown.getLast()) : null, search.count(owner, filter));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(row.dueOn() == null ? TaskRow.NEVER : row.dueOn(), row.task());
    }

    @Override
    @Transactional
    public Stream<Row> export(Filter filter, CurrentUser by) {
        var owner = owner(by);
        day.record(AuditAction.of(
                        Doer.of(by).actor(),
                        "casework.export_inbox",
                        "account",
                        by.id().toString())
                .with("show", filter.show()));
        var first = search.list(owner, filter, null, EXPORT_PAGE);
        return Stream.iterate(
                        first,
                        page -> !page.isEmpty(),
                        page -> page.size() < EXPORT_PAGE
                                ? List.of()
                                : search.list(owner, filter, cursor(page.getLast()), EXPORT_PAGE))
                .flatMap(List::stream);
    }

    @Override
    @Transactional(readOnly = true)
    public Choices choices(CurrentUser by) {
        var found = search.occurring(owner(by));
        var names = divisions.names(
                found.stream().map(row -> new DivisionCode(row.division())).collect(Collectors.toSet()));
        return new Choices(
                choices(found, row -> new Choice(row.itemCode(), row.itemName())),
                choices(found, row -> new Choice(row.step(), row.stepTitle())),
                choices(
                        found,
                        row -> new Choice(
                                row.division(), names.getOrDefault(new DivisionCode(row.division()), row.division()))));
    }

    private static List<Choice> choices(
            List<InboxSearch.Occurring> found, Function<InboxSearch.Occurring, Choice> choice) {
        return found.stream()
                .map(choice)
                .distinct()
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Row require(TaskId id, CurrentUser by) {
        var loaded = actions.require(id.number());
        var task = Decisions.require(loaded, id);
        rights.requireTask(by, task);
        var today = day.today();
        var file = loaded.file();
        return new Row(
                id,
                id.number(),
                file.itemCode(),
                file.itemName(),
                file.applicant().name(),
                task.step(),
                task.title(),
                task.kind(),
                task.state(),
                file.channel(),
                file.division(),
                task.department(),
                task.holderName(),
                task.openedAt(),
                task.dueOn(),
                InboxSearch.urgency(task.state(), task.dueOn(), today, calendar.addWorkingDays(today, 1)),
                task.doneAt(),
                file.state() == CaseState.SUSPENDED);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Row> next(TaskId after, CurrentUser by) {
        var owner = owner(by);
        return search.list(owner, Filter.ALL, cursor(require(after, by)), 1).stream()
                .findFirst()
                .or(() -> search.list(owner, Filter.ALL, null, 1).stream()
                        .filter(row -> !row.task().equals(after))
                        .findFirst());
    }
}
