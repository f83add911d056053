package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseDecided;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.SupplementRequested;
import tools.jackson.databind.node.ObjectNode;

/** What a copy tells the applicant that he was not told before. No news here makes anybody act: that is done where the case is handled. */
final class CopyNews {

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
            news.add(new CaseAccepted(file.number(), acceptedOn, file.deemedAccepted(), account));
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
}
