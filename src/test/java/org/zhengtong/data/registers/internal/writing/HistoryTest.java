package org.zhengtong.data.registers.internal.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterReading.Moment;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.RegisterWriting.RecordEdit;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;

/** Random writes, loads and ends of a record: what was true on a day as known at a moment is what a naive model remembers. */
class HistoryTest {

    private static final ItemName NAME = new ItemName("name");
    private static final ItemName NUMBER = new ItemName("number");
    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final int DAYS = 12;
    private static final int WRITES = 14;

    private static RegistersFixtures room;
    private static RegisterDefinition people;
    private static int records;

    @BeforeAll
    static void defines_the_register() {
        room = RegistersFixtures.start();
        people = room.define(RegistersFixtures.PEOPLE);
    }

    @AfterAll
    static void closes() {
        room.close();
    }

    /** What was believed after each write: the value of every day. */
    private final TreeMap<Instant, Map<LocalDate, String>> believed = new TreeMap<>();

    private Map<LocalDate, String> now = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_was_true_on_a_day_as_known_at_a_moment_is_what_the_model_says(long seed) {
        var random = new Random(seed);
        var key = new RecordKey(
                CitizenNumber.completing("37010219800101" + (100 + records++)).value());
        for (var turn = 0; turn < WRITES; turn++) {
            room.clock().advance(Duration.ofMinutes(1));
            act(random, key, "人" + turn);
            believed.put(room.clock().instant(), new HashMap<>(now));
        }
        believed.forEach((at, days) -> {
            for (var day = 0; day < DAYS + 2; day++) {
                var on = MARCH.plusDays(day);
                assertThat(stored(key, on, at))
                        .as("seed %d, %s as of %s", seed, on, at)
                        .isEqualTo(days.get(on));
            }
        });
        assertThat(room.bean(RegisterReading.class).history(PEOPLE, key, RegistersFixtures.everything(people)))
                .isNotEmpty();
    }

    private @Nullable String stored(RecordKey key, LocalDate on, Instant known) {
        return room.bean(RegisterReading.class)
                .asOf(PEOPLE, key, new Moment(on, known), RegistersFixtures.everything(people))
                .map(record -> record.text(NAME))
                .orElse(null);
    }

    private void act(Random random, RecordKey key, String name) {
        var from = MARCH.plusDays(random.nextInt(DAYS));
        var present = room.bean(RegisterReading.class).byKey(PEOPLE, key, RegistersFixtures.everything(people));
        if (present.isPresent() && random.nextInt(5) == 0) {
            end(key, from);
        } else if (random.nextInt(3) == 0
                && present.filter(record -> record.validFrom().isAfter(from)).isEmpty()) {
            var report = room.load(
                    PEOPLE,
                    "load " + key.value() + name,
                    from,
                    RowsInMemory.of("number|name", key.value() + "|" + name));
            assertThat(report.counts().written()).isEqualTo(1);
            fill(from, name);
        } else {
            var seen = present.map(record -> record.position()).orElse(0L);
            var outcome = room.bean(RegisterWriting.class)
                    .write(
                            new RecordEdit(PEOPLE, key, Map.of(NUMBER, key.value(), NAME, name), from, seen, "试"),
                            RegistersFixtures.staffOf("public-security"));
            assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
            fill(from, name);
        }
    }

    private void end(RecordKey key, LocalDate on) {
        var outcome = room.bean(RegisterWriting.class)
                .end(PEOPLE, key, on, "试", RegistersFixtures.staffOf("public-security"));
        if (outcome instanceof WriteOutcome.Written) {
            days().stream().filter(day -> !day.isBefore(on)).forEach(day -> now.remove(day));
        }
    }

    private void fill(LocalDate from, String name) {
        days().stream().filter(day -> !day.isBefore(from)).forEach(day -> now.put(day, Objects.requireNonNull(name)));
    }

    private static List<LocalDate> days() {
        var days = new ArrayList<LocalDate>();
        for (var day = 0; day < DAYS + 2; day++) {
            days.add(MARCH.plusDays(day));
        }
        return days;
    }
}
