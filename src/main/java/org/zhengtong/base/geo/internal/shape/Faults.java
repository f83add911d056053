package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.base.geo.FeatureFault;

/** Collects what is wrong with a source, up to a number that a person still reads. */
final class Faults {

    private final List<FeatureFault> found = new ArrayList<>();
    private final int most;

    Faults(int most) {
        this.most = most;
    }

    void add(int feature, String key, Object... arguments) {
        if (found.size() < most) {
            found.add(new FeatureFault(
                    feature, key, Stream.of(arguments).map(String::valueOf).toList()));
        }
    }

    boolean full() {
        return found.size() >= most;
    }

    boolean empty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<FeatureFault> list() {
        return List.copyOf(found);
    }
}
