package org.zhengtong.data.sharing.internal.request;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;

/** What is wrong with a wish before it may be sent: key of the reason by field. */
final class WishCheck {

    static final int LONGEST = 500;
    private static final int MOST_CALLS = 100_000_000;
    private static final int LONGEST_YEARS = 5;

    private final Offer offer;
    private final LocalDate today;
    private final Nodes nodes;
    private final Map<String, String> faults = new LinkedHashMap<>();

    WishCheck(Offer offer, LocalDate today, Nodes nodes) {
        this.offer = offer;
        this.today = today;
        this.nodes = nodes;
    }

    Map<String, String> faultsOf(Wish wish) {
        text("purpose", wish.purpose());
        text("basis", wish.basis());
        items(wish);
        rows(wish);
        if (wish.quota() < 1 || wish.quota() > MOST_CALLS) {
            faults.put("quota", "sharing.fault.quota");
        }
        var until = wish.until();
        if (until == null || until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            faults.put("until", "sharing.fault.until");
        }
        if (wish.ways().isEmpty() || !offer.ways().containsAll(wish.ways())) {
            faults.put("ways", "sharing.fault.ways");
        }
        node(wish);
        return faults;
    }

    private void text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            faults.put(field, "sharing.fault." + field);
        }
    }

    private void items(Wish wish) {
        if (offer.subject().isService()) {
            if (offer.typeOf(wish.items()) == SharingType.NOT_SHARED) {
                faults.put("items", "sharing.fault.items.not_shared");
            }
        } else if (wish.items().isEmpty()) {
            faults.put("items", "sharing.fault.items");
        } else if (offer.typeOf(wish.items()) == SharingType.NOT_SHARED) {
            faults.put("items", "sharing.fault.items.not_shared");
        } else if (wish.ways().contains(Way.SUBSCRIPTION) && !hasKey(wish)) {
            // Who follows changes must know which record changed.
            faults.put("items", "sharing.fault.items.key");
        }
    }

    private boolean hasKey(Wish wish) {
        var register = offer.definition();
        return register != null && wish.items().contains(register.facts().key());
    }

    private void rows(Wish wish) {
        if (wish.rows().stream().anyMatch(each -> offer.find(each.item()).isEmpty())) {
            faults.put("rowItem", "sharing.fault.rows");
        }
    }

    private void node(Wish wish) {
        if (wish.node().isEmpty()) {
            return;
        }
        var known = NodeCode.isOne(wish.node())
                && nodes.trusted(new NodeCode(wish.node())).isPresent();
        if (!known || !wish.ways().contains(Way.SUBSCRIPTION) && !wish.ways().contains(Way.CALL)) {
            faults.put("node", "sharing.fault.node");
        }
    }
}
