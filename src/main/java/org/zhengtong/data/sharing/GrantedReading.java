package org.zhengtong.data.sharing;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterReading.RecordPage;
import org.zhengtong.data.registers.RegisterRecord;

/**
 * Every door through which another department reads. Each call asks whether the grant holds at this moment, counts against its
 * quota and is written down before anything is given. A problem says why nothing is.
 */
public interface GrantedReading {

    /** The present record. */
    Optional<RegisterRecord> byKey(Use use, RecordKey key);

    /** Records whose search items begin with a text, or that meet conditions. */
    RecordPage search(Use use, Search search);

    /** Records that changed after a position, in order. */
    List<RegisterRecord> changesAfter(Use use, long position, int most);

    /** Whom a client id and its secret belong to; empty when they are wrong or act for nobody. */
    Optional<Client> authenticate(String clientId, String secret);

    /** A system with the department it acts for. */
    record Client(String clientId, String name, DepartmentId department) {

        public Actor actor() {
            return new Actor(Actor.Kind.SYSTEM, clientId, name);
        }
    }

    /**
     * One use of a grant.
     *
     * @param department whom the reader works for; must be the grant's consumer
     * @param purpose what this query is for
     * @param origin the address it comes from
     * @param known whether the reader is still known; asked under the same state of things as the grant
     */
    record Use(
            GrantNumber grant,
            Way way,
            DepartmentId department,
            Actor reader,
            String purpose,
            String origin,
            BooleanSupplier known) {

        /** A reader whose session was asked for by others. */
        public Use(GrantNumber grant, Way way, DepartmentId department, Actor reader, String purpose, String origin) {
            this(grant, way, department, reader, purpose, origin, () -> true);
        }
    }

    /**
     * What is looked for.
     *
     * @param after where the page before ended; null for the first page
     */
    record Search(
            String text,
            List<Condition> conditions,
            @Nullable String after,
            int most) {
        public Search {
            conditions = List.copyOf(conditions);
        }
    }
}
