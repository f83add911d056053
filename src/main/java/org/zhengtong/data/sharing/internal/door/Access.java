package org.zhengtong.data.sharing.internal.door;

import java.util.Set;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.RowFilter;
import org.zhengtong.data.sharing.DataGrant;

/** A grant that holds, as it was known in one epoch. Told apart as a thing, not by its content: it is looked for with each call. */
final class Access {

    private final DataGrant grant;
    private final long epoch;
    private final Set<ItemName> items;
    private final ReadPermit permit;

    private Access(DataGrant grant, long epoch) {
        this.grant = grant;
        this.epoch = epoch;
        this.items = Set.copyOf(grant.terms().items());
        this.permit = permit(grant.terms().purpose(), Actor.system("sharing"));
    }

    static Access of(DataGrant grant, long epoch) {
        return new Access(grant, epoch);
    }

    DataGrant grant() {
        return grant;
    }

    long epoch() {
        return epoch;
    }

    /** What may be seen, whoever reads: for what several readers under the grant are given at once. */
    ReadPermit permit() {
        return permit;
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
