package org.zhengtong.service.fees;

/** What came of an action of staff on a bill. */
public sealed interface BillOutcome {

    record Done(BillNumber number) implements BillOutcome {}

    /** The bill is in another state. */
    record NotPossible(BillState state) implements BillOutcome {}

    /** Reasons have at least ten characters. */
    record ReasonTooShort(int given, int needed) implements BillOutcome {}

    /** An exemption names the law. */
    record LawMissing() implements BillOutcome {}

    /** Only a paid order is refunded, and once. */
    record NotRefundable() implements BillOutcome {}

    /** Nobody approves what he asked for himself. */
    record OwnRequest() implements BillOutcome {}

    /** Approved; the provider does not answer and is asked again until it does. */
    record ProviderAway() implements BillOutcome {}
}
