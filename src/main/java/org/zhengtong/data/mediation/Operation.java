package org.zhengtong.data.mediation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One thing a service does: a method and a path such as {@code /companies/{code}}; a part in braces stands for any one part. */
public record Operation(String method, String path) {

    /** Methods that can be offered. */
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Pattern PATH = Pattern.compile("(?:/(?:[A-Za-z0-9._~-]+|\\{[A-Za-z][A-Za-z0-9]*}))+|/");
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z]+)\\s+(\\S+)\\s*");
    private static final int LONGEST = 300;

    public Operation {
        if (!METHODS.contains(method) || !fits(path)) {
            throw new IllegalArgumentException("Not an operation: " + method + " " + path);
        }
    }

    private static boolean fits(String path) {
        return path.length() <= LONGEST
                && PATH.matcher(path).matches()
                && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /** The operation in a line such as {@code GET /companies/{code}}. */
    public static Optional<Operation> parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var method = parts.group(1).toUpperCase(java.util.Locale.ROOT);
        return METHODS.contains(method) && fits(parts.group(2))
                ? Optional.of(new Operation(method, parts.group(2)))
                : Optional.empty();
    }

    /** Whether a path of a call, as it came in the address, is this one. */
    public boolean covers(String called) {
        var own = path.split("/", -1);
        var parts = called.split("/", -1);
        if (own.length != parts.length) {
            return false;
        }
        for (var at = 0; at < own.length; at++) {
            var any = own[at].startsWith("{") && !parts[at].isEmpty();
            if (!any && !own[at].equals(parts[at])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
