package org.zhengtong.data.registers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RegisterLoading.RowFault;

/**
 * Writes single records for a department's own system. The department must be the source of every item that changes, and of the
 * key where a record begins or ends (一数一源); otherwise {@link RegistersProblem#NOT_THE_SOURCE}. What one call writes is written
 * as a whole or not at all.
 */
public interface SourceWriting {

    /** Most records that one call changes; more go through a load. */
    int MOST = 100;

    /** Begins a record that does not exist yet; {@link RegistersProblem#RECORD_EXISTS} when it does. */
    Written create(RegisterCode register, Map<ItemName, @Nullable String> values, Hand by);

    /**
     * Changes the records that meet conditions, from today on.
     *
     * @param conditions on items that the department is the source of
     * @param most how many may be found; {@link RegistersProblem#SEVERAL_RECORDS} when there are more
     */
    Written change(
            RegisterCode register,
            List<Condition> conditions,
            Map<ItemName, @Nullable String> values,
            int most,
            Hand by);

    /** Ends a record today. */
    Written end(RegisterCode register, RecordKey key, Hand by);

    /**
     * Who writes.
     *
     * @param department whose system it is
     * @param reason why, in the system's words
     */
    record Hand(DepartmentId department, Actor actor, String reason) {}

    /** What became of it. */
    sealed interface Written {
        /** These records stand as wanted now; none when nothing met the conditions. */
        record Done(List<RecordKey> records) implements Written {
            public Done {
                records = List.copyOf(records);
            }
        }

        /** Nothing was written: values are not as the definition wants them. */
        record Refused(RecordKey record, List<RowFault> faults) implements Written {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}
