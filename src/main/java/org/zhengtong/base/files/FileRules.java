package org.zhengtong.base.files;

import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;

/** Which files one use takes: kinds, size of each, how many. */
public record FileRules(Set<MediaType> accepted, long maxBytes, int maxCount) {
    /** 20 MB: a scanned charter of forty pages fits. */
    public static final long USUAL_BYTES = 20L * 1024 * 1024;

    /** What citizens hand in: PDF or photographs. */
    public static final FileRules PAPERS = new FileRules(
            Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG), USUAL_BYTES, 10);

    public FileRules {
        accepted = Set.copyOf(accepted);
        if (accepted.isEmpty() || maxBytes < 1 || maxCount < 1) {
            throw new IllegalArgumentException("File rules that take nothing: " + accepted + ", " + maxBytes);
        }
    }

    /** Values for the accept attribute of a file field: media types and usual endings. */
    public List<String> acceptedEndings() {
        return accepted.stream()
                .flatMap(type -> FileKind.endingsOf(type).stream())
                .sorted()
                .toList();
    }
}
