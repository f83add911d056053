package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Objects;
import org.zhengtong.service.casework.Opinion;

/** What a countersign has come to, by its signatures: certain as soon as nobody else can change it. */
enum Countersigning {
    ASKED,
    MET,
    FAILED,
    TAKEN_BACK;

    static Countersigning of(List<Opinion> signatures) {
        var needed = Objects.requireNonNull(signatures.getFirst().signing()).needed();
        var agreed = signatures.stream()
                .filter(one -> one.stance() == Opinion.Stance.AGREE)
                .count();
        var open = signatures.stream().filter(Opinion::open).count();
        if (agreed >= needed) {
            return MET;
        }
        if (signatures.stream().anyMatch(one -> one.state() == Opinion.State.TAKEN_BACK)) {
            return TAKEN_BACK;
        }
        return agreed + open < needed ? FAILED : ASKED;
    }
}
