package org.zhengtong.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The name of a benchmark and its options, such as {@code --rounds=5}. */
record Options(String benchmark, Map<String, String> values) {

    static Options of(String[] args) {
        var values = Arrays.stream(args)
                .skip(1)
                .map(arg -> arg.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "true"));
        return new Options(args[0], values);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }
}
