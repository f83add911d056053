package org.zhengtong.data.sharing.internal.delivery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Deliveries;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.door.GrantGate;

@Service
class StoredDeliveries implements Deliveries {

    private static final int SHOWN = 20;

    private final BatchStore batches;
    private final DeliveryStore deliveries;
    private final Arrivals arrivals;
    private final GrantGate gate;
    private final Jobs jobs;
    private final FileStorage files;
    private final AuditLog audit;

    StoredDeliveries(
            BatchStore batches,
            DeliveryStore deliveries,
            Arrivals arrivals,
            GrantGate gate,
            Jobs jobs,
            FileStorage files,
            AuditLog audit) {
        this.batches = batches;
        this.deliveries = deliveries;
        this.arrivals = arrivals;
        this.gate = gate;
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
    }

    @Override
    @Transactional
    public long orderFile(GrantNumber number, String purpose, CurrentUser by) {
        gate.open(number, Way.BATCH, purpose, by);
        var id = batches.add(number, purpose.strip(), by.name(), gate.now());
        var work = jobs.start(new WorkRequest(
                BatchMaking.KIND, JobNote.of("sharing.batch.title", number), String.valueOf(id), by.name()));
        batches.setWork(id, work.value());
        audit.record(AuditAction.of(by.actor(), "sharing.order_file", "grant", number.value())
                .because(purpose));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Batch> files(GrantNumber grant) {
        return batches.of(grant, SHOWN).stream()
                .map(order -> new Batch(
                        order.id(),
                        order.purpose(),
                        order.by(),
                        order.at(),
                        order.records(),
                        order.file() != null,
                        jobs.find(new WorkId(order.work())).orElse(null)))
                .toList();
    }

    @Override
    @Transactional
    public StoredFile take(GrantNumber number, long batch, CurrentUser by) {
        var order = batches.find(batch)
                .filter(each -> each.grant().equals(number))
                .orElseThrow(() -> new ProblemException(SharingProblem.FILE_NOT_FOUND));
        DataGrant grant = gate.open(number, Way.BATCH, order.purpose(), by);
        var file = Optional.ofNullable(order.file())
                .flatMap(id -> files.find(FileId.of(id), BatchMaking.owner(grant)))
                .orElseThrow(() -> new ProblemException(SharingProblem.FILE_NOT_FOUND));
        audit.record(AuditAction.of(by.actor(), "sharing.take_file", "grant", number.value())
                .because(order.purpose())
                .with("records", order.records()));
        return file;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Delivered> newest(GrantNumber grant) {
        return deliveries.newest(grant, SHOWN);
    }

    @Override
    @Transactional(readOnly = true)
    public Received received(@Nullable GrantNumber grant, @Nullable String after, int most, CurrentUser by) {
        return arrivals.page(grant, after, most, by);
    }
}
