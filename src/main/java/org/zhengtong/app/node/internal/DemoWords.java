package org.zhengtong.app.node.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;

/** What a made-up history is drawn from: the files below {@code demo/} of the pack. */
final class DemoWords {

    private final List<Surname> surnames;
    private final double allSurnames;
    private final List<String> givenNames;
    private final Map<String, List<String>> words = new HashMap<>();
    private final List<City> cities;

    private record Surname(String name, double weight) {}

    /** A city with its share of the cases and how many in a hundred of them are late. */
    record City(DivisionCode code, int weight, int latePercent) {}

    private DemoWords(PackReader pack) {
        surnames = rows(pack, "surnames.csv").stream()
                .map(row -> new Surname(row.text("surname"), Double.parseDouble(row.text("weight"))))
                .toList();
        allSurnames = surnames.stream().mapToDouble(Surname::weight).sum();
        givenNames = rows(pack, "given-names.csv").stream()
                .map(row -> row.text("given_name"))
                .toList();
        rows(pack, "words.csv")
                .forEach(row -> words.computeIfAbsent(row.text("kind"), _ -> new ArrayList<>())
                        .add(row.text("text")));
        cities = rows(pack, "cities.csv").stream()
                .map(row -> new City(
                        new DivisionCode(row.text("code")), number(row, "weight"), number(row, "late_percent")))
                .toList();
    }

    static boolean in(PackReader pack) {
        return pack.find("demo/cities.csv").isPresent();
    }

    static DemoWords of(PackReader pack) {
        return new DemoWords(pack);
    }

    private static List<PackRow> rows(PackReader pack, String file) {
        var errors = new PackErrors();
        var rows = pack.require("demo/" + file, errors)
                .map(found -> found.rows(errors))
                .orElse(List.of());
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The demonstration of the pack " + pack.name() + ": " + errors.list());
        }
        return rows;
    }

    private static int number(PackRow row, String column) {
        return Integer.parseInt(row.text(column));
    }

    List<City> cities() {
        return cities;
    }

    /** A word of a kind. */
    String word(String kind, RandomGenerator random) {
        var all = words.getOrDefault(kind, List.of());
        return all.get(random.nextInt(all.size()));
    }

    /** A person's name: surnames as frequent as they are, no real person. */
    String person(RandomGenerator random) {
        var left = random.nextDouble() * allSurnames;
        var chosen = surnames.getFirst();
        for (var surname : surnames) {
            chosen = surname;
            left -= surname.weight();
            if (left < 0) {
                break;
            }
        }
        return chosen.name() + givenNames.get(random.nextInt(givenNames.size()));
    }
}
