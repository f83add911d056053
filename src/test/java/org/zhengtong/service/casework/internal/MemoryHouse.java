package org.zhengtong.service.casework.internal;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.node.ObjectNode;

/** What surrounds a case in memory: one office, everybody's rights, words that are their keys, one procedure around any tree. */
final class MemoryHouse {

    private MemoryHouse() {}

    static Block.Step intakeStep() {
        return new Block.Step(
                ClockView.INTAKE,
                "收件",
                Block.StepKind.INTAKE,
                MemoryCase.OFFICE.value(),
                false,
                null,
                null,
                null,
                null,
                null);
    }

    static Procedure procedure(Block tree) {
        return new Procedure(
                "random",
                1,
                "随机流程",
                new ItemCode("11370100509819318T3000131001001"),
                "form",
                null,
                List.of(),
                new Procedure.Subject(Applicant.Kind.PERSON, "/name", null, null, null, null),
                new Procedure.Intake("收件", MemoryCase.OFFICE.value(), TimeLimit.workingDays(5), "法"),
                new Procedure.Limits(
                        TimeLimit.workingDays(MoveModel.JOINT),
                        null,
                        "法",
                        new Procedure.MoreTime(TimeLimit.workingDays(MoveModel.MORE), "法")),
                tree,
                null);
    }

    @SuppressWarnings("unchecked")
    static <T> T ignoring(Class<T> type) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> null);
    }

    static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (_, _, arguments) -> Optional.of(MemoryCase.user(((AccountId) arguments[0]).value())));
    }

    /** Ten o'clock, on the day that is set. */
    static final class SetClock extends Clock {
        LocalDate today = LocalDate.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(10, 0).atZone(getZone()).toInstant();
        }
    }

    static final class OneOffice extends Lanes {
        OneOffice() {
            super(null, List.of(), null);
        }

        @Override
        DepartmentId require(String department, DivisionCode division) {
            return MemoryCase.OFFICE;
        }
    }

    static final class Holding extends Conditions {
        private final Set<String> holding;

        Holding(Set<String> holding) {
            super(null);
            this.holding = holding;
        }

        @Override
        Predicate<Block.Condition> over(Supplier<ObjectNode> answers) {
            return condition -> holding.contains(condition.source());
        }
    }

    static final class AllRights extends Rights {
        AllRights() {
            super(null);
        }

        @Override
        void requireTask(CurrentUser user, TaskRow task) {}

        @Override
        boolean leads(CurrentUser user, LoadedCase loaded) {
            return true;
        }

        @Override
        void requireApplicantOrWindow(CurrentUser user, LoadedCase loaded) {}
    }

    static final class Askable extends AskableDepartments {
        Askable() {
            super(null);
        }

        @Override
        List<Department> of(LoadedCase loaded, TaskRow task) {
            return MemoryCase.OTHERS.stream()
                    .map(id -> new Department(
                            id, id.value(), id.value(), DepartmentKind.values()[0], null, null, null, null, null, null))
                    .toList();
        }

        @Override
        String name(DepartmentId id) {
            return id.value();
        }
    }

    static final class SaidTexts implements Texts {
        @Override
        public String say(java.util.Locale locale, String key, Object... args) {
            return key;
        }

        @Override
        public boolean knows(String key) {
            return true;
        }
    }
}
