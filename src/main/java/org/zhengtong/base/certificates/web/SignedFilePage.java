package org.zhengtong.base.certificates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.FoundSignature;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.ui.FieldFault;

/** What the signatures in an uploaded file say; {@code read} is null before an upload. */
public record SignedFilePage(@Nullable SignedFile read, String fileName, List<FieldFault> faults) {

    private static final int MOST_NAMES = 20;

    static SignedFilePage empty() {
        return new SignedFilePage(null, "", List.of());
    }

    static SignedFilePage faulty(FieldFault fault) {
        return new SignedFilePage(null, "", List.of(fault));
    }

    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** The answer in one word: what the sentence above the signatures says. */
    public static String verdict(SignedFile file) {
        if (file.fault() != null) {
            return "refused";
        }
        if (file.sound()) {
            return "sound";
        }
        if (file.extended()) {
            return "extended";
        }
        if (file.signatures().isEmpty()) {
            return switch (file.kind()) {
                case PDF, OFD -> "unsigned";
                case CMS, TIME_STAMP, UNKNOWN -> "unknown";
            };
        }
        return file.signatures().stream().anyMatch(found -> found.content() == Content.NEEDED) ? "needed" : "unsound";
    }

    /** Key of the sentence that says what to do. */
    public static String advice(SignedFile file) {
        return file.fault() == null ? "mend." + verdict(file) : "fault." + file.fault();
    }

    /** The first names of many, as many as a page can show. */
    public static List<String> shown(List<String> names) {
        return names.subList(0, Math.min(MOST_NAMES, names.size()));
    }

    /** How the answer is drawn. */
    public static String drawn(SignedFile file) {
        return switch (verdict(file)) {
            case "sound" -> "done";
            case "needed" -> "supplement";
            case "extended" -> "soon";
            default -> "overdue";
        };
    }

    /** How much of the file a signature covers: all, a part, or it is not known. */
    public static String coverage(SignedFile file, FoundSignature found) {
        if (found.content() == Content.NEEDED || found.content() == Content.UNREADABLE) {
            return "unknown";
        }
        if (found.covered() >= file.size()) {
            return "whole";
        }
        return found.parts() == null ? "part" : "packed";
    }
}
