package org.zhengtong.service.casework;

import java.util.List;
import org.zhengtong.base.audit.Actor;

/** Takes in the cases of an older system (历史办件导入), closed and running ones, with their old times. */
public interface CaseImport {

    /**
     * Takes in all of these cases in one transaction, or none when one of them cannot be.
     *
     * <p>Each gets a number of its own day and county. What happened to it is replayed under the procedure in force, so that
     * its tasks and clocks are those the case would have had here; running cases go on here. The papers of the past stay in
     * the older system. Nobody is told of the past; only a case that was granted but not delivered gets its licence from this platform.
     * No permission is asked: the caller has settled who may import.
     *
     * @param source name of the older system, for the audit log
     */
    Outcome take(String source, List<PastCase> cases, Actor by);

    /** What came of an import. */
    sealed interface Outcome {

        /** All cases are here; their numbers in the order they were given. */
        record Imported(List<CaseNumber> numbers, int running) implements Outcome {}

        /** Nothing was imported, because of all these faults. */
        record Refused(List<Fault> faults) implements Outcome {}
    }

    /** What is wrong with the case of a line; the text is {@code textKey} with its arguments. */
    record Fault(int line, String textKey, List<String> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }
}
