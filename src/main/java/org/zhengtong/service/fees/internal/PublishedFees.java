package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeList;

/** The front door of the fee list. */
@Service
class PublishedFees implements FeeList {

    static final String EDIT_FEE = "fees.edit_fee";

    private final FeeStore fees;
    private final Permissions permissions;
    private final FeesRecord record;
    private final Clock clock;

    PublishedFees(FeeStore fees, Permissions permissions, FeesRecord record, Clock clock) {
        this.fees = fees;
        this.permissions = permissions;
        this.record = record;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fee> of(ItemCode item) {
        return fees.inForce(item);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fee> list(String text, long after, int limit) {
        return fees.list(text.strip(), after, limit);
    }

    @Override
    @Transactional
    public Fee publish(Fee.Content content, CurrentUser by) {
        permissions.require(by, EDIT_FEE);
        var at = clock.instant();
        fees.withdraw(content.item(), content.code(), by.name(), at);
        var fee = fees.insert(content, "SCREEN", by.name(), at);
        log("fees.publish_fee", fee, by);
        return fee;
    }

    @Override
    @Transactional
    public boolean withdraw(long id, CurrentUser by) {
        permissions.require(by, EDIT_FEE);
        var withdrawn = fees.withdraw(id, by.name(), clock.instant());
        if (withdrawn) {
            log("fees.withdraw_fee", fees.find(id).orElseThrow(), by);
        }
        return withdrawn;
    }

    private void log(String event, Fee fee, CurrentUser by) {
        record.write(AuditAction.of(by.actor(), event, "fee", fee.item() + "/" + fee.code())
                .because(fee.basis())
                .with("fen", fee.amount().fen()));
    }
}
