package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome.Refused;
import org.zhengtong.base.files.internal.ContentFolder.Arrived;

/** Decides whether a file that has arrived may stay: size, kind, what its name and its sender promise, pixels, viruses. */
@Component
class UploadCheck {
    private final ContentInspection inspection;
    private final Clamd clamd;

    UploadCheck(ContentInspection inspection, Clamd clamd) {
        this.inspection = inspection;
        this.clamd = clamd;
    }

    /** Taken as this kind and so far clean, or refused. */
    record Finding(
            @Nullable FileKind kind,
            Clamd.Verdict verdict,
            @Nullable Refused refused) {}

    Finding check(FileUpload upload, String name, Arrived arrived, FileRules rules) throws IOException {
        if (arrived.size() == 0) {
            return refused("files.empty", name);
        }
        if (arrived.size() > rules.maxBytes()) {
            return refused("files.too_big", name, rules.maxBytes() / 1024 / 1024);
        }
        var found = inspection
                .kindOf(arrived.path())
                .map(kind -> asPromised(kind, name))
                .orElse(null);
        var promised = promised(upload, name);
        if (promised.isPresent() && promised.get() != found && accepts(rules, promised.get())) {
            return refused(
                    key("files.not_what_it_says", rules), name, promised.get().label(), list(rules));
        }
        if (found == null || !accepts(rules, found) || foreign(name, found)) {
            return refused(key("files.kind_not_taken", rules), name, list(rules));
        }
        return look(name, found, arrived);
    }

    // CSV and its like have no marks of their own: text that calls itself CSV is CSV
    private static FileKind asPromised(FileKind found, String name) {
        return found == FileKind.TEXT
                ? FileNames.promised(name).filter(FileKind::textByName).orElse(found)
                : found;
    }

    /** A file with another ending than its kind has, such as a PDF called x.exe. */
    private static boolean foreign(String name, FileKind found) {
        return !FileNames.ending(name).isEmpty()
                && FileNames.promised(name).filter(found::equals).isEmpty();
    }

    private static boolean accepts(FileRules rules, FileKind kind) {
        return rules.accepted().contains(kind.mediaType());
    }

    /** What the name says, or without an ending what the browser says. */
    private static Optional<FileKind> promised(FileUpload upload, String name) {
        var byName = FileNames.promised(name);
        return byName.isPresent() || upload.declaredType() == null ? byName : declared(upload.declaredType());
    }

    private static Optional<FileKind> declared(String type) {
        try {
            return FileKind.of(MediaType.parseMediaType(type.replace("image/jpg", "image/jpeg")));
        } catch (InvalidMediaTypeException nonsense) {
            return Optional.empty();
        }
    }

    private Finding look(String name, FileKind kind, Arrived arrived) throws IOException {
        if (kind == FileKind.JPEG || kind == FileKind.PNG) {
            var pixels = inspection.pixels(arrived.path());
            if (pixels.isEmpty()) {
                return refused("files.picture_broken", name);
            }
            if (pixels.get() > ContentInspection.MOST_PIXELS) {
                return refused("files.picture_too_large", name);
            }
        }
        var verdict = clamd.scan(arrived.path());
        return verdict == Clamd.Verdict.INFECTED ? refused("files.infected", name) : new Finding(kind, verdict, null);
    }

    private static String key(String key, FileRules rules) {
        return rules.accepted().equals(FileRules.PAPERS.accepted()) ? key + ".papers" : key;
    }

    private static String list(FileRules rules) {
        return rules.accepted().stream()
                .flatMap(type -> FileKind.of(type).stream())
                .sorted()
                .map(FileKind::label)
                .collect(Collectors.joining(" / "));
    }

    private static Finding refused(String key, Object... args) {
        return new Finding(null, Clamd.Verdict.UNKNOWN, new Refused(key, List.of(args)));
    }
}
