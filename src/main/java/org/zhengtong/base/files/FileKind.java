package org.zhengtong.base.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of files the platform knows how to check, show and name. */
public enum FileKind {
    PDF("application/pdf", ".pdf"),
    JPEG("image/jpeg", ".jpg", ".jpeg"),
    PNG("image/png", ".png"),
    OFD("application/ofd", ".ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    ZIP("application/zip", ".zip"),
    CSV("text/csv", ".csv"),
    GEOJSON("application/geo+json", ".geojson"),
    JSON_LINES("application/x-ndjson", ".jsonl", ".ndjson"),
    TEXT("text/plain", ".txt");

    private final MediaType mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.endings = List.of(endings);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    public List<String> endings() {
        return endings;
    }

    /** How people call it: PDF, JPG, PNG. */
    public String label() {
        return switch (this) {
            case JPEG -> "JPG";
            case TEXT -> "TXT";
            case GEOJSON -> "GeoJSON";
            case JSON_LINES -> "JSONL";
            default -> name();
        };
    }

    /** Whether it is plain text without marks of its own, told from other text by its name alone. */
    public boolean textByName() {
        return this == CSV || this == GEOJSON || this == JSON_LINES;
    }

    public static Optional<FileKind> of(MediaType type) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equalsTypeAndSubtype(type))
                .findFirst();
    }

    static List<String> endingsOf(MediaType type) {
        return of(type).map(FileKind::endings).orElse(List.of());
    }
}
