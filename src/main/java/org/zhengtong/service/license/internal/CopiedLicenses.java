package org.zhengtong.service.license.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.license.LicenseCopies;
import tools.jackson.databind.node.ObjectNode;

/** The front door of copies. */
@Service
class CopiedLicenses implements LicenseCopies {

    private static final List<String> NEEDED = List.of(
            "identifier",
            "type",
            "title",
            "holder_name",
            "holder_code",
            "holder_person",
            "issuer",
            "issuer_name",
            "issued_on",
            "valid_from",
            "status",
            "facts",
            "issued_at");

    private final LicenseCopyStore store;

    CopiedLicenses(LicenseCopyStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public List<ObjectNode> copies(CaseNumber number) {
        return store.read(number.value());
    }

    @Override
    @Transactional
    public boolean take(CaseNumber number, ObjectNode copy, @Nullable AccountId holder) {
        return NEEDED.stream().allMatch(copy::hasNonNull)
                && copy.path("case_number").asString("").equals(number.value())
                && store.keep(copy, holder == null ? null : holder.value());
    }
}
