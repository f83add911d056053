package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseOffers;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.Procedure;

/** What a change does about deferred materials and commitments; most changes do nothing about them. */
final class OfferChange {

    final List<DeferredMaterial> deferred = new ArrayList<>();
    final List<Integer> supplied = new ArrayList<>();

    /** Made by the applicant, as the procedure words it. */
    Procedure.@Nullable Commitment made;

    /** The check that begins; its task and its last day. */
    @Nullable
    Due check;

    CaseOffers.@Nullable Finding finding;

    record Due(int task, LocalDate on) {}
}
