package org.zhengtong.data.registers.internal.correction;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.Registers;

/** Tells the source's staff of a doubt, and whoever raised it of the answer. */
@Component
class CorrectionNews {

    private static final int MOST_TOLD = 20;

    private final Notices notices;
    private final AccessReasons access;

    CorrectionNews(Notices notices, AccessReasons access) {
        this.notices = notices;
        this.access = access;
    }

    void flagged(CorrectionRequest request, RegisterDefinition register) {
        var told = access.holders(Registers.EDIT_RECORD).stream()
                .filter(held -> held.scope().covers(request.source()))
                .map(held -> held.account())
                .collect(Collectors.toSet());
        told.stream()
                .limit(MOST_TOLD)
                .forEach(account -> notices.send(notice(account, "registers.notice.flagged", request, register)));
    }

    void answered(CorrectionRequest request, RegisterDefinition register) {
        notices.send(notice(new AccountId(request.flaggedBy()), "registers.notice.answered", request, register));
    }

    private static Notice notice(
            AccountId to, String template, CorrectionRequest request, RegisterDefinition register) {
        return Notice.to(
                        to,
                        template,
                        register.title().chinese(),
                        register.find(request.item())
                                .map(item -> item.title().chinese())
                                .orElse(request.item().value()),
                        request.dueOn())
                .linking("/staff/registers/corrections/" + request.id())
                .once(template + " " + request.id());
    }
}
