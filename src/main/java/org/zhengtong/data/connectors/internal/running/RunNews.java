package org.zhengtong.data.connectors.internal.running;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.internal.store.SourceStore;

/** Tells the department's data administrators what somebody has to look at. */
@Component
class RunNews {

    private static final int MOST_TOLD = 20;

    private final SourceStore sources;
    private final AccessReasons access;
    private final Notices notices;

    RunNews(SourceStore sources, AccessReasons access, Notices notices) {
        this.sources = sources;
        this.access = access;
        this.notices = notices;
    }

    /** A run waits for somebody. */
    void failed(Run run, Contract contract) {
        holders(contract)
                .forEach(holder -> notices.send(Notice.to(holder, "connectors.notice.failed", contract.name())
                        .linking("/staff/connectors/runs/" + run.id())));
    }

    /** Nothing came for longer than expected. */
    void silent(Contract contract) {
        var hours = contract.plan().expect().toMinutes();
        holders(contract)
                .forEach(holder -> notices.send(Notice.to(holder, "connectors.notice.silent", contract.name(), hours)
                        .linking("/staff/connectors/contracts/" + contract.id())));
    }

    private List<AccountId> holders(Contract contract) {
        var department = sources.find(contract.source()).orElseThrow().department();
        return access.holders(Connectors.EDIT_SOURCE).stream()
                .filter(held -> held.scope().covers(department))
                .map(held -> held.account())
                .distinct()
                .limit(MOST_TOLD)
                .toList();
    }
}
