package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseDecided;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseResumed;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSuspended;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.LimitExtended;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.SpecialProcedureEnded;
import org.zhengtong.service.casework.SpecialProcedureStarted;
import org.zhengtong.service.casework.SupplementRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a copy tells the applicant that he was not told before. No news here makes anybody act: that is done where the case is handled. */
final class CopyNews {

    /** Events about limits that an applicant is told. */
    static final Set<EventKind> OF_LIMITS = EnumSet.of(
            EventKind.SPECIAL_PROCEDURE_STARTED,
            EventKind.SPECIAL_PROCEDURE_ENDED,
            EventKind.EXTENSION_APPROVED,
            EventKind.SUSPENDED,
            EventKind.RESUMED);

    private CopyNews() {}

    static List<Object> of(LoadedCase before, LoadedCase after, ObjectNode copy) {
        var file = after.file();
        var account = file.applicant().account();
        var news = new ArrayList<Object>();
        if (before.supplementAt() == null && after.supplementAt() != null) {
            news.add(new SupplementRequested(
                    file.number(),
                    copy.path("supplements").path(0).path("items").size(),
                    account));
        }
        var acceptedOn = file.acceptedOn();
        if (before.file().acceptedOn() == null && acceptedOn != null) {
            news.add(new CaseAccepted(file.number(), file.itemCode(), acceptedOn, file.deemedAccepted(), account));
        }
        if (before.file().granted() == null && file.granted() != null && file.state() == CaseState.GRANTED) {
            news.add(new CaseDecided(
                    file.number(),
                    file.itemCode(),
                    true,
                    file.licenseType(),
                    file.division(),
                    file.leadDepartment(),
                    account,
                    Objects.requireNonNull(file.decidedAt())));
        }
        var closedAt = file.closedAt();
        if (before.file().closedAt() == null && closedAt != null) {
            news.add(new CaseClosed(file.number(), file.state(), account, closedAt));
        }
        return news;
    }

    /** News of the events about limits after the first {@code told} ones, which were told before. */
    static List<Object> ofLimits(LoadedCase after, ObjectNode copy, int told) {
        return StreamSupport.stream(copy.path("events").spliterator(), false)
                .filter(event -> OF_LIMITS.stream()
                        .anyMatch(kind -> kind.name().equals(event.path("kind").asString(""))))
                .skip(told)
                .map(event -> ofLimit(
                        after.file(), EventKind.valueOf(event.path("kind").asString("")), event.path("detail")))
                .toList();
    }

    private static Object ofLimit(CaseFile file, EventKind kind, JsonNode detail) {
        var account = file.applicant().account();
        if (kind == EventKind.EXTENSION_APPROVED) {
            return new LimitExtended(
                    file.number(),
                    LimitText.read(detail.path("amount").asString("")),
                    detail.path("reason").asString(""),
                    account);
        }
        if (kind == EventKind.SUSPENDED) {
            var expected = detail.path("expected").asString("");
            return new CaseSuspended(
                    file.number(),
                    detail.path("title").asString(""),
                    expected.isEmpty() ? null : LocalDate.parse(expected),
                    account,
                    List.of());
        }
        if (kind == EventKind.RESUMED) {
            return new CaseResumed(file.number(), account, List.of());
        }
        var procedure = SpecialProcedure.Kind.valueOf(detail.path("procedure").asString(""));
        return kind == EventKind.SPECIAL_PROCEDURE_ENDED
                ? new SpecialProcedureEnded(file.number(), procedure, account)
                : new SpecialProcedureStarted(
                        file.number(),
                        procedure,
                        LocalDate.parse(detail.path("expected").asString("")),
                        account);
    }
}
