package org.zhengtong.base.identity;

/** Who can confirm that a name and a number belong together, such as the population register; asked over the network. */
public interface RealNameSource {

    /** What the source says. */
    sealed interface Answer {

        /** Name and number belong together; the receipt is the source's own number of the check. */
        record Matches(String receipt) implements Answer {}

        /** They do not. */
        record Differs() implements Answer {}

        /** The source did not answer, or not in a way that can be understood. */
        record Silent(String why) implements Answer {}
    }

    /** Whether there is one on this node. */
    boolean configured();

    /** Its name, as it stands beside the result. */
    String name();

    /** Asks; {@code number} is a citizen number or a credit code. Takes up to ten seconds. */
    Answer ask(AccountKind kind, String name, String number);
}
