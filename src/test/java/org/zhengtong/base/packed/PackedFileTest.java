package org.zhengtong.base.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.packed.PackedFault.Reason;

class PackedFileTest {

    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(10, 1_000);

    @Test
    void files_come_out_as_they_went_in(@TempDir Path folder) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("b/one", bytes("eins"));
        files.put("a", bytes("zwei"));
        var packed = Packing.of(files);
        var onDisk = Files.write(folder.resolve("p.zip"), packed);

        try (var opened = PackedFile.open(packed, LIMITS);
                var fromDisk = PackedFile.open(onDisk, LIMITS)) {
            opened.requireNothingHidden();
            assertThat(opened.names()).containsExactly("b/one", "a");
            assertThat(opened.content("b/one")).isEqualTo(bytes("eins"));
            assertThat(fromDisk.content("a")).isEqualTo(bytes("zwei"));
            assertThat(opened.has("c")).isFalse();
            assertThat(reasonOf(() -> opened.content("c"))).isEqualTo(Reason.BROKEN);
        }
        assertThat(Packing.of(files)).isEqualTo(packed);
    }

    @Test
    void all_that_is_unpacked_counts_together() throws IOException {
        var packed = Packing.of(Map.of("big", new byte[600]));

        try (var opened = PackedFile.open(packed, LIMITS)) {
            assertThat(opened.content("big")).hasSize(600);
            assertThat(reasonOf(() -> opened.content("big"))).isEqualTo(Reason.TOO_BIG);
        }
        try (var opened = PackedFile.open(packed, LIMITS);
                var stream = opened.stream("big")) {
            stream.skipNBytes(600);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void names_that_lead_elsewhere_or_stand_twice_are_refused() {
        for (var name : new String[] {"../x", "a/../../x", "/x", "a\\x", "C:x", "a/./x"}) {
            assertThat(reasonOf(() -> PackedFile.open(Packing.of(Map.of(name, new byte[0])), LIMITS)))
                    .as(name)
                    .isEqualTo(Reason.UNSAFE_NAME);
        }
        assertThat(reasonOf(() -> PackedFile.open(Packing.of(Map.of("x", new byte[0], "X", new byte[0])), LIMITS)))
                .isEqualTo(Reason.DOUBLE_NAME);
        var many = new LinkedHashMap<String, byte[]>();
        for (var index = 0; index < 11; index++) {
            many.put("f" + index, new byte[0]);
        }
        assertThat(reasonOf(() -> PackedFile.open(Packing.of(many), LIMITS))).isEqualTo(Reason.TOO_MANY_FILES);
        assertThat(reasonOf(() -> PackedFile.open(bytes("no container"), LIMITS)))
                .isEqualTo(Reason.NOT_PACKED);
    }

    @Test
    void xml_is_read_without_fetching_or_expanding_anything() throws IOException {
        var read = PackedXml.tree(bytes("<o:a xmlns:o='x' k='v'>\n t <o:b>1</o:b><b>2</b></o:a>"));

        assertThat(read.attribute("k")).isEqualTo("v");
        assertThat(read.text()).isEqualTo("t");
        assertThat(read.textOf("b")).isEqualTo("1");
        assertThat(read.children("b")).hasSize(2);
        for (var hostile : new String[] {
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>",
            "<a>".repeat(40) + "</a>".repeat(40),
            "<a>",
            ""
        }) {
            assertThatThrownBy(() -> PackedXml.tree(bytes(hostile)))
                    .isInstanceOfSatisfying(
                            PackedFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.XML));
        }
    }

    private static Reason reasonOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(work);
        assertThat(thrown).isInstanceOf(PackedFault.class);
        return ((PackedFault) thrown).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
