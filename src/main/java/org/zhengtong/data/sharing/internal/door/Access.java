package org.zhengtong.data.sharing.internal.door;

import java.util.Set;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.RowFilter;
import org.zhengtong.data.sharing.DataGrant;

/** A grant that holds, as it was known in one epoch. */
record Access(DataGrant grant, long epoch, Set<ItemName> items) {

    static Access of(DataGrant grant, long epoch) {
        return new Access(grant, epoch, Set.copyOf(grant.terms().items()));
    }

    ReadPermit permit(String purpose, Actor reader) {
        var terms = grant.terms();
        return new ReadPermit(
                items,
                terms.masks(),
                terms.rows().isEmpty() ? null : new RowFilter(terms.rows()),
                purpose,
                grant.number().value(),
                reader);
    }

    /** Items that may be searched by: given, and not in part only. */
    boolean shownWhole(ItemName item) {
        return items.contains(item) && !grant.terms().masks().containsKey(item);
    }
}
