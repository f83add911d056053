package org.zhengtong.service.supervision.internal.leads;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseLeads;
import org.zhengtong.service.supervision.IntegrityLeads;

@Service
class LookedUpLeads implements IntegrityLeads {

    private static final int MOST = 100;

    private final CaseLeads leads;
    private final Permissions permissions;
    private final AuditLog audit;

    LookedUpLeads(CaseLeads leads, Permissions permissions, AuditLog audit) {
        this.leads = leads;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    @Transactional
    public List<CaseLeads.Lead> look(Kind kind, LocalDate from, LocalDate to, DivisionCode within, CurrentUser reader) {
        permissions.require(reader, VIEW_LEADS, within);
        audit.record(AuditAction.of(reader.actor(), "supervision.view_leads", "division", within.value())
                .with("kind", kind)
                .with("from", from)
                .with("to", to));
        var question = new CaseLeads.Question(from, to, within, MOST);
        return switch (kind) {
            case QUICK -> leads.quick(question);
            case PAIR -> leads.pairs(question);
            case JUMP -> leads.jumps(question);
        };
    }
}
