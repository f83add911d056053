package org.zhengtong.data.sharing.internal.demo;

import java.util.List;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/** The pack's {@code demo/sharing.yaml}. */
final class DemoFile {

    private static final String FILE = "demo/sharing.yaml";

    private DemoFile() {}

    /** A list of it; empty when the pack has no such file or the file no such list. */
    static List<PackNode> list(PackReader pack, String name) {
        var errors = new PackErrors();
        var found = pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list(name))
                .orElse(List.of());
        if (!errors.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + errors.list());
        }
        return found;
    }
}
