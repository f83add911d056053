package org.zhengtong.data.registers.internal.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;

/** What made-up people are made of: names by their frequency, counties, streets of each city. */
record PeopleWords(
        List<String> surnames,
        double[] weights,
        Map<String, List<String>> givenNames,
        List<PeopleWords.County> counties,
        Map<String, List<String>> streets) {

    private static final String MOTHER_CITY = "370100";

    /** A county with its city. */
    record County(String code, String name, String city, String cityName) {}

    static PeopleWords of(PackReader pack) {
        var surnames = rows(pack, "demo/surnames.csv");
        var weights = new double[surnames.size()];
        var sum = 0.0;
        for (var at = 0; at < weights.length; at++) {
            sum += Double.parseDouble(surnames.get(at).text("weight"));
            weights[at] = sum;
        }
        return new PeopleWords(
                surnames.stream().map(row -> row.text("surname")).toList(),
                weights,
                rows(pack, "demo/given-names.csv").stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("gender"),
                                Collectors.mapping(row -> row.text("given_name"), Collectors.toList()))),
                counties(rows(pack, "registers/data/division-seats.csv")),
                rows(pack, "registers/data/streets.csv").stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("city"),
                                Collectors.mapping(row -> row.text("street"), Collectors.toList()))));
    }

    private static List<PackRow> rows(PackReader pack, String path) {
        return pack.find(path).map(file -> file.rows(new PackErrors())).orElse(List.of());
    }

    private static List<County> counties(List<PackRow> divisions) {
        var counties = new ArrayList<County>();
        for (var row : divisions) {
            if (row.text("level").equals("district")) {
                counties.add(new County(
                        row.text("code"), row.text("name"), row.text("code").substring(0, 4) + "00", row.text("city")));
            }
        }
        return counties;
    }

    String surname(RandomGenerator random) {
        var at = java.util.Arrays.binarySearch(weights, random.nextDouble() * weights[weights.length - 1]);
        return surnames.get(at < 0 ? Math.min(-at - 1, weights.length - 1) : at);
    }

    String givenName(boolean female, RandomGenerator random) {
        var names = givenNames.getOrDefault(female ? "F" : "M", List.of("\u660e"));
        return names.get(random.nextInt(names.size()));
    }

    String street(String city, RandomGenerator random) {
        var there = streets.getOrDefault(city, streets.getOrDefault(MOTHER_CITY, List.of("\u4eba\u6c11\u8def")));
        return there.get(random.nextInt(there.size()));
    }
}
