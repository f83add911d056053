package org.zhengtong.service.items.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/** What {@code items/front-page.yaml} puts on the front page. */
record FrontPageFile(DivisionCode region, List<String> words, List<ItemCode> often) {

    static final String FILE = "items/front-page.yaml";

    static Optional<FrontPageFile> read(PackReader pack, Set<ItemCode> known, PackErrors errors) {
        return pack.find(FILE).flatMap(file -> file.tree(errors)).flatMap(root -> {
            root.allow(Set.of("region", "words", "often"), errors);
            var often = root.list("often").stream()
                    .flatMap(entry -> code(entry, known, errors).stream())
                    .toList();
            return root.require("region", DivisionCode::new, errors)
                    .map(region -> new FrontPageFile(region, root.texts("words"), often));
        });
    }

    private static Optional<ItemCode> code(PackNode entry, Set<ItemCode> known, PackErrors errors) {
        var code = ItemCode.check(entry.text()).valid().filter(known::contains);
        if (code.isEmpty()) {
            errors.add(entry, "items.pack.unknown_item", entry.text());
        }
        return code;
    }
}
