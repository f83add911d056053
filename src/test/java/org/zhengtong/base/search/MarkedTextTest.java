package org.zhengtong.base.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.search.SearchHit.Piece;

class MarkedTextTest {

    /** "İ" has two characters as a small letter. */
    @Test
    void letters_that_grow_when_made_small_do_not_move_the_marks() {
        var text = "İ".repeat(90) + "营业执照";

        var excerpt = MarkedText.excerpt(text, List.of("执照"));

        assertThat(excerpt).contains(new Piece("执照", true));
        assertThat(MarkedText.of(text, List.of("营业")).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
