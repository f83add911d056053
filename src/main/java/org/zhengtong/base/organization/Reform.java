package org.zhengtong.base.organization;

import java.util.List;
import java.util.Map;

/** A change of the organization with a date: it may be planned ahead and takes effect by itself. */
public sealed interface Reform {

    /** A department is called otherwise from that day on. */
    record Rename(DepartmentId department, String name, String shortName) implements Reform {}

    /** Departments cease; one other takes over their posts, staff and running work. */
    record Merge(List<DepartmentId> from, DepartmentId into) implements Reform {
        public Merge {
            from = List.copyOf(from);
        }
    }

    /**
     * Parts of a department pass to others.
     *
     * @param placements who of the staff goes where; the others stay
     * @param heir takes the running work over when the department ceases; the department itself when it goes on
     */
    record Split(DepartmentId from, List<Placement> placements, DepartmentId heir) implements Reform {
        public Split {
            placements = List.copyOf(placements);
        }

        /** Whether the department ceases to exist. */
        public boolean ceases() {
            return !heir.equals(from);
        }
    }

    /** One member of staff goes to a department. */
    record Placement(StaffId staff, DepartmentId to) {}

    /** A department without staff and work ceases. */
    record Close(DepartmentId department) implements Reform {}

    /** Somebody works in another department or holds other posts from that day on. */
    record Move(StaffId staff, DepartmentId to, List<PostId> posts) implements Reform {
        public Move {
            posts = List.copyOf(posts);
        }
    }

    /** Somebody leaves the staff. */
    record Leave(StaffId staff) implements Reform {}

    /** The kinds by the name under which they are stored and spoken of. */
    Map<String, Class<? extends Reform>> KINDS = Map.of(
            "RENAME", Rename.class,
            "MERGE", Merge.class,
            "SPLIT", Split.class,
            "CLOSE", Close.class,
            "MOVE", Move.class,
            "LEAVE", Leave.class);

    /** The name of this kind. */
    default String kind() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }
}
