package org.zhengtong.base.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.EntryId;

class CanonicalEntryTest {

    private static final EntryId ID = EntryId.of("019cac72-5000-7abc-8def-0123456789ab");

    @Test
    void is_json_with_sorted_keys_and_without_white_space() {
        var action = AuditAction.of(new Actor(Actor.Kind.STAFF, "7", "孙静"), "casework.accept", "case", "0001")
                .because("材料\"齐全\"\n")
                .with("b", 2)
                .with("a", 1);

        var text = CanonicalEntry.of(new AuditEntry(ID, Instant.parse("2026-03-02T02:00:00.5Z"), "10.0.0.1", action));

        assertThat(text)
                .isEqualTo("{\"actor\":{\"id\":\"7\",\"kind\":\"STAFF\",\"name\":\"孙静\"},"
                        + "\"at\":\"2026-03-02T02:00:00.500Z\",\"detail\":{\"a\":\"1\",\"b\":\"2\"},"
                        + "\"event\":\"casework.accept\",\"id\":\"019cac72-5000-7abc-8def-0123456789ab\","
                        + "\"origin\":\"10.0.0.1\",\"subject\":{\"id\":\"0001\",\"type\":\"case\"},"
                        + "\"why\":\"材料\\\"齐全\\\"\\n\"}");
    }

    @Test
    void replaces_what_the_database_cannot_keep() {
        assertThat(CanonicalEntry.clean("a\0b\uD800c")).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(CanonicalEntry.clean("\uD842\uDFB7")).isEqualTo("\uD842\uDFB7");
    }
}
