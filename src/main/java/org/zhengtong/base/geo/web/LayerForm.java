package org.zhengtong.base.geo.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerStyle;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.geo.NewLayer;

/** What the form for a new layer sends. */
public record LayerForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String source,
        @Nullable String license,
        @Nullable String note,
        @Nullable String visibility,
        @Nullable String approval,
        @Nullable String style,
        @Nullable String system,
        @Nullable String meridian,
        @Nullable String nameProperty,
        @Nullable String codeProperty,
        @Nullable MultipartFile file) {

    /** Largest source in bytes. */
    public static final long LARGEST = 32L << 20;

    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 1000;

    static LayerForm empty() {
        return new LayerForm("", "", "", "", "", "", "STAFF", "", "TEAL", "CGCS2000", "", "name", "code", null);
    }

    /** The form as the layer is now. */
    static LayerForm of(Layer layer) {
        return new LayerForm(
                layer.code().value(),
                layer.name(),
                layer.nameEn(),
                layer.source(),
                layer.license(),
                layer.note(),
                layer.visibility().name(),
                layer.approval(),
                layer.style().name(),
                layer.system().name(),
                "",
                "name",
                "code",
                null);
    }

    /** The same, of the layer with this code. */
    LayerForm with(LayerCode known) {
        return new LayerForm(
                known.value(),
                name,
                nameEn,
                source,
                license,
                note,
                visibility,
                approval,
                style,
                system,
                meridian,
                nameProperty,
                codeProperty,
                file);
    }

    /** Whether a file came with it. */
    boolean hasFile() {
        return file != null && !file.isEmpty();
    }

    /** A field as typed; empty when it was not sent. */
    public String text(String field) {
        var value = switch (field) {
            case "code" -> code;
            case "name" -> name;
            case "nameEn" -> nameEn;
            case "source" -> source;
            case "license" -> license;
            case "note" -> note;
            case "visibility" -> visibility;
            case "approval" -> approval;
            case "style" -> style;
            case "system" -> system;
            case "meridian" -> meridian;
            case "nameProperty" -> nameProperty;
            case "codeProperty" -> codeProperty;
            default -> throw new IllegalArgumentException(field);
        };
        return value == null ? "" : value.strip();
    }

    /** Field and message key of everything that can be seen before the file is read. */
    List<String[]> faults() {
        var faults = new ArrayList<String[]>();
        if (!LayerCode.fits(text("code"))) {
            faults.add(fault("code", "geo.form.code.wrong"));
        }
        for (var field : List.of("name", "nameEn", "source", "license")) {
            var length = text(field).length();
            if (length == 0 || length > LONGEST) {
                faults.add(fault(field, "geo.form." + field + ".missing"));
            }
        }
        if (text("note").length() > LONGEST_NOTE || text("approval").length() > LONGEST) {
            faults.add(fault("note", "geo.form.note.long"));
        }
        if (visible() == LayerVisibility.PUBLIC && text("approval").isEmpty()) {
            faults.add(fault("approval", "geo.form.approval.missing"));
        }
        if (file != null && file.getSize() > LARGEST) {
            faults.add(fault("file", "geo.form.file.large"));
        }
        return faults;
    }

    /** What is wrong with the form of a new layer, which needs a file. */
    List<String[]> faultsOfNew() {
        var faults = faults();
        if (!hasFile()) {
            faults.add(fault("file", "geo.form.file.missing"));
        }
        return faults;
    }

    private static String[] fault(String field, String key) {
        return new String[] {field, key};
    }

    private LayerVisibility visible() {
        return text("visibility").equals("PUBLIC") ? LayerVisibility.PUBLIC : LayerVisibility.STAFF;
    }

    NewLayer toLayer() {
        return new NewLayer(
                new LayerCode(text("code")),
                text("name"),
                text("nameEn"),
                text("source"),
                text("license"),
                text("note"),
                text("approval"),
                visible(),
                chosenSystem(),
                chosenMeridian(),
                text("nameProperty"),
                text("codeProperty"));
    }

    LayerStyle chosenStyle() {
        return Arrays.stream(LayerStyle.values())
                .filter(each -> each.name().equals(text("style")))
                .findFirst()
                .orElse(LayerStyle.TEAL);
    }

    private CoordinateSystem chosenSystem() {
        return switch (text("system")) {
            case "GCJ02" -> CoordinateSystem.GCJ02;
            case "GAUSS_KRUEGER" -> CoordinateSystem.GAUSS_KRUEGER;
            default -> CoordinateSystem.CGCS2000;
        };
    }

    private @Nullable Integer chosenMeridian() {
        return text("meridian").matches("[0-9]{2,3}") ? Integer.valueOf(text("meridian")) : null;
    }
}
