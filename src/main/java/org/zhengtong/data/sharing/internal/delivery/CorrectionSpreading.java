package org.zhengtong.data.sharing.internal.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.data.registers.ItemCorrected;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

/**
 * Tells everybody who had received a wrong value that it was corrected: those who asked for the record, as the log says, and those
 * to whom it was given in bulk, as the ledger of deliveries says.
 */
@Component
class CorrectionSpreading {

    private static final int MOST_LOOKS = 10_000;
    private static final int MOST_TOLD = 20;

    private final CorrectionStore store;
    private final BulkReceivers bulk;
    private final GrantStore grants;
    private final RecordAddresses addresses;
    private final AuditProofs log;
    private final Notices notices;
    private final AccessReasons access;

    CorrectionSpreading(
            CorrectionStore store,
            BulkReceivers bulk,
            GrantStore grants,
            RecordAddresses addresses,
            AuditProofs log,
            Notices notices,
            AccessReasons access) {
        this.store = store;
        this.bulk = bulk;
        this.grants = grants;
        this.addresses = addresses;
        this.log = log;
        this.notices = notices;
        this.access = access;
    }

    /** Within the transaction of the correction: both are kept or neither. */
    @EventListener
    void on(ItemCorrected corrected) {
        receivers(corrected).stream()
                .flatMap(number -> grants.find(number).stream())
                .filter(grant -> grant.terms().items().contains(corrected.item()))
                .filter(grant -> store.add(grant.number(), corrected))
                .forEach(grant -> tell(grant, corrected));
    }

    private TreeSet<GrantNumber> receivers(ItemCorrected corrected) {
        var numbers = new TreeSet<GrantNumber>();
        var subject = corrected.register() + "/" + addresses.seal(corrected.key());
        log.entriesAbout("record", List.of(subject), "sharing.read", null, MOST_LOOKS).stream()
                .map(entry -> entry.action().detail().get("grant"))
                .filter(java.util.Objects::nonNull)
                .filter(GrantNumber::fits)
                .forEach(number -> numbers.add(new GrantNumber(number)));
        numbers.addAll(bulk.of(corrected.register(), corrected.key()));
        return numbers;
    }

    private void tell(DataGrant grant, ItemCorrected corrected) {
        users(grant.consumer()).stream()
                .limit(MOST_TOLD)
                .forEach(account -> notices.send(
                        Notice.to(account, "sharing.notice.corrected", grant.resourceName(), grant.number())
                                .linking("/staff/sharing/grants/" + grant.number() + "#corrections")
                                .once("sharing.corrected " + grant.number() + " " + corrected.correction())));
    }

    private List<org.zhengtong.base.identity.AccountId> users(DepartmentId department) {
        return new ArrayList<>(access.holders(Requests.REQUEST_DATA).stream()
                .filter(held -> held.scope().covers(department))
                .map(held -> held.account())
                .collect(Collectors.toSet()));
    }
}
