package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.json.JsonMapper;

/** How much a limit can be extended stands in the procedure, with the law that allows it. */
class MoreTimeInProceduresTest {

    private static final Path SOURCE = Path.of("packs/shandong/procedures/company-establishment.yaml");

    private final PackErrors errors = new PackErrors();

    private Procedure read(String source) {
        var pack = PackReader.ofTexts("test", Map.of("procedures/p.yaml", source));
        var reader = new ProcedureReader(errors);
        var root = pack.require("procedures/p.yaml", errors)
                .orElseThrow()
                .tree(errors)
                .orElseThrow();
        var procedure = reader.read(root, 1).orElseThrow();
        new ProcedureCheck(new Conditions(JsonMapper.builder().build())).check(pack, root, procedure, reader, errors);
        return procedure;
    }

    private List<String> faults() {
        return errors.list().stream()
                .map(PackError::messageKey)
                .filter(key -> key.startsWith("casework.pack.extension"))
                .toList();
    }

    @Test
    void the_pack_says_how_much_longer_and_by_which_law() throws IOException {
        var procedure = read(Files.readString(SOURCE));

        assertThat(procedure.joint().extension())
                .isEqualTo(new Procedure.MoreTime(TimeLimit.workingDays(15), "行政许可法第四十二条"));
        assertThat(procedure.step("market-regulation").extension())
                .isEqualTo(new Procedure.MoreTime(TimeLimit.workingDays(3), "市场主体登记管理条例第十九条"));
        assertThat(procedure.step("taxation").extension()).isNull();
        assertThat(faults()).isEmpty();
    }

    @Test
    void more_time_without_a_law_is_a_fault() throws IOException {
        read(Files.readString(SOURCE).replace("  extension-law: 行政许可法第四十二条\n", ""));

        assertThat(faults()).containsExactly("casework.pack.extension_without_law");
    }

    @Test
    void more_time_counts_in_the_days_of_its_limit() throws IOException {
        read(Files.readString(SOURCE).replace("extension: 15 wd", "extension: 15 days"));

        assertThat(faults()).containsExactly("casework.pack.extension_unit");
    }

    @Test
    void no_more_time_is_no_extension() throws IOException {
        read(Files.readString(SOURCE).replace("extension: 3 wd", "extension: 0 wd"));

        assertThat(faults()).containsExactly("casework.pack.extension_unit");
    }
}
