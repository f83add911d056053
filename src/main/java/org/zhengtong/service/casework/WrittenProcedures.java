package org.zhengtong.service.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.pack.PackError;
import tools.jackson.databind.node.ObjectNode;

/** Procedures that people write on screen: read, checked and stored exactly as those of a pack. */
public interface WrittenProcedures {

    /** Everything that is wrong, in the sentences of a pack's check; empty when it can be published. */
    List<PackError> faultsIn(WrittenProcedure written);

    /**
     * Puts it in force as the next version, unless it is the one in force; running cases keep theirs. A pack that brings the
     * same key later leaves it alone.
     */
    void publish(WrittenProcedure written);

    /** Where a case would stand after these results, by the rules that running cases follow; nothing is stored. */
    Rehearsal rehearse(WrittenProcedure written, ObjectNode answers, Map<String, Boolean> results);

    /**
     * Where a tried case stands.
     *
     * @param open keys of the steps that somebody has to do now
     * @param granted what the whole has come to; null while it goes on
     */
    record Rehearsal(List<String> open, @Nullable Boolean granted) {
        public Rehearsal {
            open = List.copyOf(open);
        }
    }

    /** Takes it out of force: nothing new can be filed under it, running cases go on. */
    void retire(String key);
}
