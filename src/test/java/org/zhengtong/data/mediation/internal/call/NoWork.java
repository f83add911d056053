package org.zhengtong.data.mediation.internal.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

/** No long work and no files: these nodes make none. */
final class NoWork implements Jobs, FileStorage {

    @Override
    public WorkId start(WorkRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<WorkStatus> find(WorkId id) {
        return Optional.empty();
    }

    @Override
    public boolean cancel(WorkId id, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retry(WorkId id, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WorkStatus> search(WorkQuery query) {
        return List.of();
    }

    @Override
    public Map<WorkState, Long> counts() {
        return Map.of();
    }

    @Override
    public List<RecurringStatus> recurring() {
        return List.of();
    }

    @Override
    public boolean runSoon(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JobFailure> failures(WorkId id) {
        return List.of();
    }

    @Override
    public StoreOutcome store(FileUpload upload, FileRules rules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredFile> find(FileId id, FileOwner owner) {
        return Optional.empty();
    }

    @Override
    public StoredFile require(FileId id, FileOwner owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredFile> ownedBy(FileOwner owner) {
        return List.of();
    }

    @Override
    public Resource content(StoredFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void handOver(FileOwner from, FileOwner to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(FileId id, FileOwner owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseAll(FileOwner owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int removeUnused(Duration olderThan) {
        throw new UnsupportedOperationException();
    }
}
