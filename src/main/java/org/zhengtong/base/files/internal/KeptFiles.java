package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileProblem;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.VirusState;
import org.zhengtong.base.files.internal.ContentFolder.Arrived;
import org.zhengtong.base.problem.ProblemException;

/** Contents on the disk of this node or in S3, their uses in the database. */
@Service
class KeptFiles implements FileStorage {
    private static final int MOST_AT_ONCE = 1_000;

    private final ContentFolder folder;
    private final Contents contents;
    private final DerivedFolder derived;
    private final StoredFileStore files;
    private final UploadCheck check;
    private final Clock clock;

    KeptFiles(
            ContentFolder folder,
            Contents contents,
            DerivedFolder derived,
            StoredFileStore files,
            UploadCheck check,
            Clock clock) {
        this.folder = folder;
        this.contents = contents;
        this.derived = derived;
        this.files = files;
        this.check = check;
        this.clock = clock;
    }

    @Override
    public StoreOutcome store(FileUpload upload, FileRules rules) {
        var name = FileNames.clean(upload.name());
        try (var content = upload.content().getInputStream();
                var arrived = folder.receive(content, rules.maxBytes())) {
            var finding = check.check(upload, name, arrived, rules);
            if (finding.refused() != null || finding.kind() == null) {
                return finding.refused() != null
                        ? finding.refused()
                        : new StoreOutcome.Refused("files.empty", List.of(name));
            }
            var virus = finding.verdict() == Clamd.Verdict.CLEAN ? VirusState.CLEAN : VirusState.UNCHECKED;
            return new StoreOutcome.Stored(keep(upload, name, finding.kind(), virus, arrived));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(FileUpload upload, String name, FileKind kind, VirusState virus, Arrived arrived)
            throws IOException {
        var file = new StoredFile(
                new FileId(UUID.randomUUID()),
                upload.owner(),
                FileNames.ending(name).isEmpty() ? name + kind.endings().getFirst() : name,
                kind.mediaType(),
                arrived.size(),
                arrived.digest(),
                virus,
                upload.uploader(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        contents.place(arrived);
        files.save(file, hasWords(kind) && fromPeople(file));
        if (!contents.holds(file.digest())) {
            // the nightly cleaning took old content of the same digest between the two steps; it cannot any more
            contents.place(arrived);
        }
        return file;
    }

    private static boolean hasWords(FileKind kind) {
        return switch (kind) {
            case PDF, OFD, DOCX, XLSX, CSV, TEXT -> true;
            case JPEG, PNG, ZIP, GEOJSON, JSON_LINES -> false;
        };
    }

    /** Handed in by an account; what the platform itself made is found by the data it was made from. */
    private static boolean fromPeople(StoredFile file) {
        return file.uploader().chars().allMatch(Character::isDigit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId id, FileOwner owner) {
        return files.find(id, owner);
    }

    @Override
    @Transactional(readOnly = true)
    public StoredFile require(FileId id, FileOwner owner) {
        return files.find(id, owner).orElseThrow(() -> new ProblemException(FileProblem.FILE_NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredFile> ownedBy(FileOwner owner) {
        return files.ownedBy(owner);
    }

    @Override
    public Resource content(StoredFile file) {
        return contents.open(file.digest(), file.size());
    }

    @Override
    @Transactional
    public void handOver(FileOwner from, FileOwner to) {
        files.handOver(from, to);
    }

    @Override
    @Transactional
    public void release(FileId id, FileOwner owner) {
        files.release(id, owner);
    }

    @Override
    @Transactional
    public void releaseAll(FileOwner owner) {
        files.releaseAll(owner);
    }

    /** The one place where contents are changed inside a transaction: the row's lock keeps new uses of the content waiting. */
    @Override
    @Transactional
    public int removeUnused(Duration olderThan) {
        var before = clock.instant().minus(olderThan);
        var unused = files.lockUnused(before, MOST_AT_ONCE);
        unused.forEach(digest -> {
            contents.remove(digest);
            derived.remove(digest);
            files.remove(digest);
        });
        return unused.size() + folder.removeLeftovers(before);
    }
}
