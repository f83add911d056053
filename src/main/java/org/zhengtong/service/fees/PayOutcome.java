package org.zhengtong.service.fees;

/** What came of wanting to pay. */
public sealed interface PayOutcome {

    /** The provider has a page for it. */
    record Ready(PaymentOrder order) implements PayOutcome {}

    /** Nothing is owed (any more). */
    record NotOwed(BillState state) implements PayOutcome {}

    /** The provider does not answer; nothing was paid. */
    record ProviderAway() implements PayOutcome {}

    /** This node has no provider. */
    record Off() implements PayOutcome {}
}
