package org.zhengtong.base.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.base.search.MarkedText;
import org.zhengtong.base.search.SearchHit.Piece;

/** Whatever is typed becomes at most sixty harmless characters, and marking never changes a text. */
class QuestionsFuzzTest {
    private static final Synonyms SYNONYMS = new Synonyms(List.of(List.of("企业设立登记", "开公司"), List.of("a", "b")));

    @FuzzTest(maxDuration = "3m")
    void a_question(FuzzedDataProvider data) {
        var text = data.consumeString(500);
        var asked = Asked.of(text, SYNONYMS);
        var document = data.consumeRemainingAsString();

        assertThat(asked.readings()).hasSizeLessThanOrEqualTo(8);
        asked.readings().forEach(words -> assertThat(words).noneMatch(String::isEmpty));
        var marked = MarkedText.of(document, asked.marks());
        assertThat(marked.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(document);
        MarkedText.excerpt(document, asked.marks());
    }
}
