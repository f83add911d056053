package org.zhengtong.data.catalog.internal.check;

import static org.zhengtong.data.catalog.CatalogRule.*;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.SharingType;

/** Format, sharing and opening, and whether they go together. */
public final class SharingCheck {
    private final ResourceMetadata sheet;
    private final CheckGround ground;
    private final List<RuleFinding> findings = new ArrayList<>();

    private SharingCheck(ResourceMetadata sheet, CheckGround ground) {
        this.sheet = sheet;
        this.ground = ground;
    }

    public static List<RuleFinding> check(ResourceMetadata sheet, CheckGround ground) {
        var check = new SharingCheck(sheet, ground);
        check.format();
        check.sharing();
        check.modes();
        check.opening();
        return check.findings;
    }

    private void found(CatalogRule rule, String field, Object... args) {
        findings.add(RuleFinding.of(rule, field, args));
    }

    private void format() {
        if (sheet.format().isBlank()) {
            found(FORMAT_MISSING, "format");
        } else if (!ground.lists().has(CatalogLists.FORMAT, sheet.format(), ground.today())) {
            found(FORMAT_UNKNOWN, "format", sheet.format());
        }
    }

    private void sharing() {
        var sharing = sheet.sharing();
        if (sharing.type() == null) {
            found(SHARING_MISSING, "sharing");
            return;
        }
        switch (sharing.type()) {
            case CONDITIONAL -> {
                if (sharing.condition().isBlank()) {
                    found(CONDITION_MISSING, "condition");
                }
            }
            case NOT_SHARED -> {
                if (sharing.basis().isBlank()) {
                    found(BASIS_MISSING, "basis");
                }
            }
            case UNCONDITIONAL -> {}
        }
    }

    private void modes() {
        var modes = sheet.sharing().modes();
        if (modes.isEmpty() && sheet.sharing().type() != null && sheet.sharing().type() != SharingType.NOT_SHARED) {
            found(MODE_MISSING, "modes");
        }
        var group = ground.lists().formatGroup(sheet.format());
        for (var mode : modes) {
            var entry = ground.lists().find(CatalogLists.SHARING_MODE, mode);
            if (entry.isEmpty() || !ground.lists().has(CatalogLists.SHARING_MODE, mode, ground.today())) {
                found(MODE_UNKNOWN, "modes", mode);
            } else if (!group.isEmpty()
                    && !entry.get().fits().isEmpty()
                    && !entry.get().fits().contains(group)) {
                var name = ground.lists()
                        .find(CatalogLists.FORMAT, group)
                        .orElseThrow()
                        .name();
                found(MODE_UNFIT, "modes", entry.get().name(), name);
            }
        }
    }

    private void opening() {
        var openness = sheet.opening().openness();
        if (openness == null) {
            found(OPENNESS_MISSING, "openness");
            return;
        }
        if (openness == Openness.CONDITIONAL && sheet.opening().condition().isBlank()) {
            found(OPEN_CONDITION_MISSING, "openCondition");
        }
        if (openness != Openness.CLOSED && sheet.sharing().type() == SharingType.NOT_SHARED) {
            found(OPEN_BEYOND_SHARING, "openness");
        }
    }
}
