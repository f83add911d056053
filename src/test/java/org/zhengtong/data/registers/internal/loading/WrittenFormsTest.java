package org.zhengtong.data.registers.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sources write is brought into one form; what cannot be stays as it is. */
class WrittenFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-05",
                "2026/3/5",
                "2026.3.5",
                "20260305",
                "2026年3月5日",
                "2026-3-5 08:00",
                "2026-03-05T08:00:00.000Z",
                "２０２６/３/５"
            })
    void a_date_in_any_usual_style_becomes_iso(String written) {
        assertThat(WrittenDay.iso(written)).isEqualTo("2026-03-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "05/03/2026", "昨天", "2026", "3月5日"})
    void what_is_no_date_stays(String written) {
        assertThat(WrittenDay.iso(written)).isEqualTo(written);
    }

    @Test
    void control_characters_and_blanks_of_all_kinds_go() {
        assertThat(WrittenForms.clean("\u3000张\u0000伟\u00a0\n")).isEqualTo("张 伟");
    }

    @ParameterizedTest
    @CsvSource({
        "'117.1,36.7',true",
        "'{\"type\":\"Point\",\"coordinates\":[117,36]}',true",
        "'91,36',true",
        "'36,117',false",
        "'x,y',false",
        "'{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[3,1]]]}',false"
    })
    void a_geometry_is_geojson_or_a_point(String written, boolean good) {
        assertThat(Geometries.read(written).isPresent()).isEqualTo(good);
    }
}
