package org.zhengtong.app.hall.internal.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/**
 * Cases of many kinds, each at another point of its way: the pack's {@code demo/cases.yaml}. They begin today, beside the past
 * ones of the demonstration, so that what one can do with a case can be tried at once.
 */
@Component
class DemoCases implements DemoPart {

    private static final String FILE = "demo/cases.yaml";

    private final CaseScript script;

    DemoCases(CaseScript script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public void play(PackReader pack, DemoCast cast) {
        cases(pack).forEach(one -> script.play(one, cast));
    }

    static List<PackNode> cases(PackReader pack) {
        var errors = new PackErrors();
        var found = pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list("cases"))
                .orElse(List.of());
        if (!errors.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + errors.list());
        }
        return found;
    }
}
