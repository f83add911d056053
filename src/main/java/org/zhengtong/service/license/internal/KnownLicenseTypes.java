package org.zhengtong.service.license.internal;

import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.zhengtong.service.license.LicenseTypes;

/** The stored kinds with the answers they need. */
@Component
class KnownLicenseTypes implements LicenseTypes {

    private final LicenseTypeStore store;

    KnownLicenseTypes(LicenseTypeStore store) {
        this.store = store;
    }

    @Override
    public List<Kind> list() {
        return store.list().stream().map(KnownLicenseTypes::kind).toList();
    }

    private static Kind kind(LicenseType type) {
        var answers = new TreeSet<String>();
        answers.add(type.holder().name());
        if (type.holder().code().startsWith("/")) {
            answers.add(type.holder().code());
        }
        if (type.holder().division() != null) {
            answers.add(type.holder().division());
        }
        type.facts().forEach(fact -> answers.addAll(FactText.pointers(fact.text())));
        return new Kind(type.key(), type.title(), answers);
    }
}
