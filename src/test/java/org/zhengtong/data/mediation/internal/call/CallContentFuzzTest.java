package org.zhengtong.data.mediation.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.zhengtong.data.mediation.Operation;

/** Whatever another node says is read as a call that can stand in an address, or not at all. */
class CallContentFuzzTest {

    private static final String BASE = "http://provider.example:8080/api";
    private static final String HEAD =
            "{\"service\":\"company-check\",\"method\":\"GET\",\"path\":\"%s\",\"query\":\"%s\",\"headers\":{\"accept\":\"%s\"},"
                    + "\"grant\":\"\",\"department\":\"370102.tax\",\"client\":\"a\",\"clientName\":\"b\",\"purpose\":\"c\"}";

    @FuzzTest(maxDuration = "10m")
    void a_content(FuzzedDataProvider data) {
        var content = data.consumeBoolean() ? data.consumeRemainingAsBytes() : almost(data);
        CallContent.read(content, CallHead.class).ifPresent(call -> {
            var head = call.head();
            var address = URI.create(BASE + head.path() + (head.query().isEmpty() ? "" : "?" + head.query()));
            assertThat(address.getAuthority()).isEqualTo("provider.example:8080");
            assertThat(address.normalize().getRawPath()).startsWith("/api/");
            assertThat(head.headers().values()).noneMatch(value -> value.contains("\n") || value.contains("\r"));
            assertThat(new Operation("GET", "/x").covers(head.path()))
                    .isEqualTo(head.path().equals("/x"));
        });
        CallContent.read(content, AnswerHead.class)
                .ifPresent(answer -> assertThat(answer.head().args()).hasSizeLessThan(6));
    }

    private static byte[] almost(FuzzedDataProvider data) {
        var text = HEAD.formatted(data.consumeString(40), data.consumeString(40), data.consumeRemainingAsString())
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }
}
