package org.zhengtong.data.catalog.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarImport;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.testing.ScopedRights;

/** The rooms below the catalog, as small as its tests need them. */
final class Fakes {
    static final DepartmentId MARKET = new DepartmentId("370100.market-regulation");
    static final DepartmentId BIG_DATA = new DepartmentId("370100.big-data");
    static final CurrentUser HAN = user(15, "韩雪", MARKET, Catalog.COMPILE_RESOURCE);
    static final CurrentUser YU = user(16, "于晓东", BIG_DATA, Catalog.REVIEW_RESOURCE);
    static final CurrentUser BOTH = user(17, "马涛", MARKET, Catalog.COMPILE_RESOURCE, Catalog.REVIEW_RESOURCE);

    private Fakes() {}

    static CurrentUser user(long id, String name, DepartmentId department, String... permissions) {
        return new CurrentUser(
                new AccountId(id), name, AccountKind.STAFF, department, department.division(), Set.of(permissions));
    }

    /** Rights as they are named: compilers in their department, reviewers in their division. */
    static final class Rights extends ScopedRights {

        @Override
        public boolean may(CurrentUser user, String permission) {
            return user.may(permission);
        }

        @Override
        public DataScope scopeOf(CurrentUser user, String permission) {
            var department = user.department();
            if (!user.may(permission) || department == null) {
                return DataScope.NOTHING;
            }
            return permission.equals(Catalog.REVIEW_RESOURCE)
                    ? DataScope.of(department.division())
                    : DataScope.of(department);
        }
    }

    /** Keeps what was recorded. */
    static final class Log implements AuditLog {
        final List<AuditAction> actions = new ArrayList<>();

        @Override
        public EntryId record(AuditAction action) {
            actions.add(action);
            return new EntryId(new java.util.UUID(0, actions.size()));
        }

        @Override
        public List<EntryId> recordAll(List<AuditAction> more) {
            return more.stream().map(this::record).toList();
        }

        List<String> events() {
            return actions.stream().map(AuditAction::event).toList();
        }
    }

    /** Keeps what was sent. */
    static final class Letters implements Notices {
        final List<Notice> sent = new ArrayList<>();

        @Override
        public void send(Notice notice) {
            sent.add(notice);
        }
    }

    /** Only YU reviews. */
    static final class Reasons implements AccessReasons {

        @Override
        public List<HeldRole> of(AccountId account) {
            return List.of();
        }

        @Override
        public List<HeldRole> holders(String permission) {
            return permission.equals(Catalog.REVIEW_RESOURCE)
                    ? List.of(new HeldRole(
                            1,
                            HeldRole.Source.DIRECT,
                            YU.id(),
                            new RoleCode("catalog-reviewer"),
                            DataScope.of(new DivisionCode("370100")),
                            null,
                            null,
                            "",
                            null,
                            null))
                    : List.of();
        }
    }

    /** Two departments. */
    static final class Offices implements Departments {
        private static final List<Department> ALL = List.of(
                department(MARKET, "济南市市场监督管理局", "11370100509819318T"),
                department(BIG_DATA, "济南市大数据局", "11370100988903954U"));

        private static Department department(DepartmentId id, String name, String code) {
            return new Department(
                    id, name, name, DepartmentKind.AGENCY, new CreditCode(code), null, null, null, null, null);
        }

        @Override
        public Optional<Department> find(DepartmentId id) {
            return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public Department require(DepartmentId id) {
            return find(id).orElseThrow();
        }

        @Override
        public Map<DepartmentId, String> names(Collection<DepartmentId> ids) {
            return Map.of();
        }

        @Override
        public DepartmentId inCharge(DepartmentId id) {
            return id;
        }

        @Override
        public List<Post> posts(DepartmentId id) {
            return List.of();
        }

        @Override
        public List<Department> of(DivisionCode division) {
            return ALL;
        }

        @Override
        public List<Department> search(String text, @Nullable DivisionCode division, int limit) {
            return ALL.stream().filter(each -> each.name().contains(text)).toList();
        }
    }

    /** Every day but Saturday and Sunday is a working day. */
    static final class Week implements WorkingCalendar {

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek().getValue() < 6;
        }

        @Override
        public boolean knowsYear(int year) {
            return true;
        }

        @Override
        public DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
            return new DueDate(eventOn, limit, stops, addWorkingDays(eventOn, limit.amount()), 0);
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            return (int) from.datesUntil(to).filter(this::isWorkingDay).count();
        }

        @Override
        public LocalDate addWorkingDays(LocalDate day, int amount) {
            var due = day;
            for (var left = amount; left > 0; ) {
                due = due.plusDays(1);
                left -= isWorkingDay(due) ? 1 : 0;
            }
            return due;
        }

        @Override
        public int overdueDays(LocalDate dueOn, LocalDate today) {
            return 0;
        }

        @Override
        public DueDateExplanation explain(DueDate due, LocalDate today) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CalendarDay> daysOf(int year) {
            return List.of();
        }

        @Override
        public CalendarImport importDays(List<CalendarDay> days) {
            throw new UnsupportedOperationException();
        }
    }

    /** Says keys, and the names of the columns that tests use. */
    static final class Said implements Texts {
        private static final Map<String, String> NAMES = Map.of(
                "catalog.field.name", "信息资源名称",
                "catalog.field.classCode", "分类",
                "catalog.field.provider", "提供方",
                "catalog.field.summary", "摘要",
                "catalog.field.format", "格式");

        @Override
        public String say(Locale locale, String key, Object... args) {
            return NAMES.getOrDefault(key, key);
        }

        @Override
        public boolean knows(String key) {
            return true;
        }
    }
}
