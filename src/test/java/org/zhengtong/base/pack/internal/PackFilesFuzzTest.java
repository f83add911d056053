package org.zhengtong.base.pack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/** Any bytes are a tree or rows whose parts know their lines, or errors with a line and words; never an exception. */
class PackFilesFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void a_file(FuzzedDataProvider data) {
        var path = data.pickValue(new String[] {"a.yaml", "a.json", "a.csv", "a.md"});
        var bytes = data.consumeRemainingAsBytes();
        var file = PackReader.of("fuzzed", Map.of(path, () -> new ByteArrayInputStream(bytes)))
                .find(path)
                .orElseThrow();
        var errors = new PackErrors();
        read(file, errors);
        assertThat(errors.list()).allSatisfy(error -> {
            assertThat(error.file()).isEqualTo(path);
            assertThat(error.line()).isNotNegative();
            assertThat(error.messageKey()).startsWith("pack.");
        });
    }

    private static void read(PackFile file, PackErrors errors) {
        if (file.path().endsWith(".csv")) {
            file.eachRow(errors, row -> {
                row.find("id");
                row.find("day", LocalDate::parse, errors);
                assertThat(row.line()).isPositive();
            });
        } else if (file.path().endsWith(".md")) {
            file.text(errors).ifPresent(text -> assertThat(text).doesNotContain("\ufffe"));
        } else {
            file.tree(errors)
                    .ifPresentOrElse(
                            PackFilesFuzzTest::visit,
                            () -> assertThat(errors.isEmpty()).isFalse());
        }
    }

    private static void visit(PackNode node) {
        assertThat(node.line()).isPositive();
        node.plain();
        node.fields().values().forEach(PackFilesFuzzTest::visit);
        node.items().forEach(PackFilesFuzzTest::visit);
    }
}
