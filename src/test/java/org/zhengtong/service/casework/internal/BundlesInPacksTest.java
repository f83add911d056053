package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a bundle, a commitment or materials that follow is told with file and line. */
class BundlesInPacksTest {

    private static final Path PACK = Path.of("packs/shandong");

    private final PackErrors errors = new PackErrors();

    private Procedure read(String key, String source, Map<String, String> others) {
        var texts = new HashMap<>(others);
        var path = "procedures/" + key + ".yaml";
        texts.put(path, source);
        var pack = PackReader.ofTexts("test", texts);
        var reader = new ProcedureReader(errors);
        var root = pack.require(path, errors).orElseThrow().tree(errors).orElseThrow();
        var procedure = reader.read(root, 1).orElseThrow();
        new ProcedureCheck(new Conditions(JsonMapper.builder().build())).check(pack, root, procedure, reader, errors);
        return procedure;
    }

    private static String source(String key) throws IOException {
        return Files.readString(PACK.resolve("procedures/" + key + ".yaml"));
    }

    private static int line(String source, String start) {
        var lines = source.lines().toList();
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).strip().startsWith(start)) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException(start);
    }

    private List<String> faults() {
        return errors.list().stream()
                .map(error -> error.messageKey() + " " + error.file() + ":" + error.line())
                .toList();
    }

    @Test
    void lanes_have_items_and_licences_of_their_own() throws IOException {
        var newborn = read("newborn", source("newborn"), Map.of());

        assertThat(newborn.step("household").own().license()).isEqualTo("household-page");
        assertThat(String.valueOf(newborn.step("household").own().item())).contains("511F09014002");
        assertThat(newborn.tree().taken(condition -> false))
                .extracting(step -> step.key())
                .containsExactly("birth-certificate", "household", "vaccination");
        assertThat(newborn.offers().prefill()).containsKey("/parents/mother/name");
        assertThat(faults()).isEmpty();
    }

    @Test
    void the_usual_company_still_has_three_lanes() throws IOException {
        assertThat(read("company-establishment", source("company-establishment"), Map.of())
                        .tree()
                        .taken(condition -> false))
                .extracting(step -> step.key())
                .containsExactly("market-regulation", "taxation", "human-resources");
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_unknown_licence_type_and_an_unknown_item_are_told_where_they_stand() throws IOException {
        var source = source("newborn");
        read(
                "newborn",
                source,
                Map.of(
                        "license/types.yaml",
                        "types:\n  - {key: birth-certificate}\n  - {key: household-page}\n",
                        "items/demo-county.csv",
                        "512023377001-511602000000-000-11511301008778490F-1-00\n"
                                + "511F09014002-511602000000-000-11511300008778693M-1-00\n"
                                + "512036001003-511602000000-000-11511301MB15537661-1-00\n"));

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "casework.pack.license_unknown procedures/newborn.yaml:"
                                + line(source, "license: vaccination-record"),
                        "casework.pack.item_unknown procedures/newborn.yaml:" + line(source, "item: 512023380002"));
    }

    @Test
    void a_kind_of_licence_comes_once() throws IOException {
        var source = source("newborn").replace("license: vaccination-record", "license: household-page");
        read("newborn", source, Map.of());

        assertThat(faults()).hasSize(1).first().asString().startsWith("casework.pack.license_twice");
    }

    @Test
    void a_commitment_has_terms_and_says_what_it_replaces() throws IOException {
        var hygiene = source("hygiene-permit");
        assertThat(read("hygiene-permit", hygiene, Map.of()).offers().commitment())
                .isNotNull()
                .satisfies(made -> {
                    assertThat(made.terms()).hasSize(4);
                    assertThat(made.check()).isEqualTo(TimeLimit.workingDays(40));
                });
        assertThat(faults()).isEmpty();

        var bare = hygiene.replaceAll("(?m)^    - .*\\R", "");
        read("hygiene-permit", bare, Map.of());
        assertThat(faults())
                .contains("casework.pack.list_empty procedures/hygiene-permit.yaml:" + (line(bare, "commitment:") + 1));
    }

    @Test
    void a_condition_of_a_commitment_is_checked() throws IOException {
        var source = source("hygiene-permit").replaceFirst("when: answers.way.choice ==", "when: answers.way.choice =");
        read("hygiene-permit", source, Map.of());

        assertThat(faults())
                .containsExactly(
                        "casework.pack.condition_wrong procedures/hygiene-permit.yaml:" + line(source, "when:"));
    }

    @Test
    void materials_that_follow_are_named() throws IOException {
        assertThat(read("food-permit", source("food-permit"), Map.of()).offers().deferral())
                .isNotNull()
                .satisfies(deferral -> assertThat(deferral.materials()).hasSize(2));

        var source = source("food-permit")
                .replace("    - name: 经营场所布局图\n      flag: /materials/layoutLater\n", "    - name: 经营场所布局图\n");
        read("food-permit", source, Map.of());
        assertThat(faults()).hasSize(1).first().asString().startsWith("pack.").contains("procedures/food-permit.yaml:");
    }

    @Test
    void prefilled_answers_stand_at_places_of_the_form() throws IOException {
        var source = source("newborn").replace("  /parents/mother/name: name\n", "  mother: name\n");
        read("newborn", source, Map.of());

        assertThat(faults())
                .containsExactly("casework.pack.prefill_place procedures/newborn.yaml:" + line(source, "mother: name"));
    }

    @Test
    void one_step_leads_on_every_way() throws IOException {
        var source = source("hygiene-permit");
        read("hygiene-permit", source, Map.of());
        assertThat(faults()).isEmpty();

        var last = source.lastIndexOf("        lead: true\n");
        read("hygiene-permit", source.substring(0, last) + source.substring(last + 19), Map.of());
        assertThat(faults()).hasSize(1).first().asString().startsWith("casework.pack.one_lead");
    }
}
