package org.zhengtong.base.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects everything that is wrong with a pack, so that one look tells all of it. The same error is kept once. */
public final class PackErrors {

    private final Set<PackError> errors = new LinkedHashSet<>();

    /** Reports an error at a line of a file (0: the file as a whole). */
    public void add(String file, int line, String messageKey, Object... arguments) {
        errors.add(new PackError(
                file,
                line,
                messageKey,
                Stream.of(arguments).map(String::valueOf).toList()));
    }

    /** Reports an error at the place of a row or node. */
    public void add(PackFields place, String messageKey, Object... arguments) {
        add(place.file(), place.line(), messageKey, arguments);
    }

    /** Whether nothing was reported. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Everything reported, in the order of reporting. */
    public List<PackError> list() {
        return new ArrayList<>(errors);
    }
}
