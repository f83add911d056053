package org.zhengtong.data.registers.internal.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.data.registers.RowSource;

/**
 * People who do not exist, the same on every machine: a person follows from his number alone, so that a load goes on at any of
 * them. GB 11643 keeps the sequence numbers 996 to 999 for people over a hundred; with these birth dates they belong to nobody.
 */
record MadeUpPeople(PeopleWords words, long count) implements RowSource {

    /** So many different numbers there are for each county and sequence number. */
    private static final int DAYS = 34_000;

    private static final int STRIDE = 7_919;
    private static final int FIRST_SEQUENCE = 996;
    private static final int SEQUENCES = 4;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1931, 1, 1);
    private static final LocalDate LAST_REGISTRATION = LocalDate.of(2025, 12, 31);
    private static final List<String> COLUMNS = List.of(
            "citizenNumber",
            "name",
            "sex",
            "birthDate",
            "ethnicity",
            "division",
            "address",
            "registeredOn",
            "mobile",
            "maritalStatus",
            "insured",
            "education");

    MadeUpPeople {
        if (count > most(words)) {
            throw new IllegalArgumentException("Not so many numbers belong to nobody: " + count);
        }
    }

    static long most(PeopleWords words) {
        return (long) words.counties().size() * SEQUENCES * DAYS;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public long expected() {
        return count;
    }

    @Override
    public Rows open(@Nullable String cursor) {
        return new Rows() {
            private long at = cursor == null ? 0 : Long.parseLong(cursor);

            @Override
            public @Nullable String @Nullable [] next() {
                return at < count ? person(at++) : null;
            }

            @Override
            public String cursor() {
                return String.valueOf(at);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private @Nullable String[] person(long number) {
        var random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        var county = words.counties().get((int) (number % words.counties().size()));
        var rest = number / words.counties().size();
        var sequence = FIRST_SEQUENCE + (int) (rest % SEQUENCES);
        var born = FIRST_BIRTH.plusDays(rest / SEQUENCES * STRIDE % DAYS);
        var female = sequence % 2 == 0;
        var age = LAST_REGISTRATION.getYear() - born.getYear();
        var body = county.code() + born.toString().replace("-", "") + sequence;
        return new @Nullable String[] {
            CitizenNumber.completing(body).value(),
            words.surname(random) + words.givenName(female, random),
            female ? "2" : "1",
            born.toString(),
            random.nextInt(100) < 98 ? "01" : "03",
            county.code(),
            county.cityName() + county.name() + words.street(county.city(), random) + (1 + random.nextInt(288))
                    + "\u53f7" + (1 + random.nextInt(12)) + "\u53f7\u697c"
                    + (100 * (1 + random.nextInt(6)) + 1 + random.nextInt(4)) + "\u5ba4",
            born.plusDays(random.nextInt(60)).isAfter(LAST_REGISTRATION)
                    ? LAST_REGISTRATION.toString()
                    : born.plusDays(random.nextInt(60)).toString(),
            age < 14 ? null : "1380000%04d".formatted(random.nextInt(10_000)),
            age < 20
                    ? "10"
                    : age < 25
                            ? (random.nextBoolean() ? "10" : "20")
                            : age > 75 && random.nextInt(3) == 0 ? "30" : "20",
            age < 18 ? null : String.valueOf(random.nextInt(10) < 8),
            age < 6
                    ? null
                    : age < 12
                            ? "80"
                            : age < 15
                                    ? "70"
                                    : List.of("60", "30", "20", "70", "10").get(random.nextInt(5))
        };
    }
}
