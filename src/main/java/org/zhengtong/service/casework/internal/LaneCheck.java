package org.zhengtong.service.casework.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.casework.Procedure;

/** What lanes of a bundle name must be in the pack: their items and their licence types, and no licence twice. */
final class LaneCheck {

    private static final String LICENSES = "license/types.yaml";

    private LaneCheck() {}

    static void check(PackReader pack, PackNode root, Procedure procedure, ProcedureReader reader, PackErrors errors) {
        var types = licenseTypes(pack);
        var used = new HashSet<String>();
        var whole = procedure.licenseType();
        if (whole != null) {
            used.add(whole);
            checkLicense(root, whole, types, errors);
        }
        for (var placed : reader.steps()) {
            var own = placed.step().own();
            if (own.license() != null) {
                checkLicense(placed.place(), own.license(), types, errors);
                if (!used.add(own.license())) {
                    errors.add(
                            placed.place().file(),
                            placed.place().lineOf("license"),
                            "casework.pack.license_twice",
                            own.license());
                }
            }
            if (own.item() != null && !namesItem(pack, own.item().value())) {
                errors.add(
                        placed.place().file(),
                        placed.place().lineOf("item"),
                        "casework.pack.item_unknown",
                        own.item().value());
            }
        }
    }

    private static void checkLicense(PackNode place, String type, Set<String> types, PackErrors errors) {
        if (!types.isEmpty() && !types.contains(type)) {
            errors.add(place.file(), place.lineOf("license"), "casework.pack.license_unknown", type);
        }
    }

    /** Keys of the pack's own licence types; empty when it brings none. */
    private static Set<String> licenseTypes(PackReader pack) {
        return pack.find(LICENSES)
                .flatMap(file -> file.tree(new PackErrors()))
                .map(tree -> tree.list("types").stream()
                        .flatMap(type -> type.find("key").stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Whether one of the pack's items has this code; a pack without items belongs to a node that has them already. */
    private static boolean namesItem(PackReader pack, String code) {
        var files = pack.list("items/");
        return files.isEmpty() || files.stream().anyMatch(file -> namesItem(file, code));
    }

    /** A guide by its own code alone, for guides of bundles name those of their lanes; a list in any of its rows. */
    private static boolean namesItem(PackFile file, String code) {
        return file.path().startsWith("items/guides/")
                ? file.tree(new PackErrors())
                        .flatMap(root -> root.at("item"))
                        .flatMap(item -> item.find("code"))
                        .filter(code::equals)
                        .isPresent()
                : new String(file.bytes(), StandardCharsets.UTF_8).contains(code);
    }
}
