package org.zhengtong.data.catalog.internal.cascade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes over entries that a neighbour tells, its own and those it passes on, and passes on what was new. */
@Component
public class EntriesReceived implements EnvelopeReceiver {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalog catalog;
    private final Cascade cascade;
    private final ToldStore store;
    private final Nodes nodes;

    public EntriesReceived(Catalog catalog, Cascade cascade, ToldStore store, Nodes nodes) {
        this.catalog = catalog;
        this.cascade = cascade;
        this.store = store;
        this.nodes = nodes;
    }

    @Override
    public String kind() {
        return ToldEntries.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        var sender = envelope.sender().value();
        if (!cascade.takesFrom(sender)) {
            return ReceiptNote.refused("catalog.cascade.not_agreed");
        }
        List<ToldEntries.Told> told;
        try {
            told = JSON.readValue(envelope.bytes(), ToldEntries.class).entries();
        } catch (JacksonException unreadable) {
            return ReceiptNote.refused("catalog.cascade.unreadable");
        }
        var own = nodes.own().code().value();
        var byOrigin = told.stream()
                .filter(each -> !each.origin().equals(own))
                .collect(Collectors.groupingBy(
                        ToldEntries.Told::origin,
                        LinkedHashMap::new,
                        Collectors.mapping(ToldEntries.Told::entry, Collectors.toList())));
        var taken = 0;
        var refused = 0;
        for (var origin : byOrigin.entrySet()) {
            var receipt = catalog.receiveForeign(origin.getKey(), origin.getValue());
            taken += receipt.added() + receipt.changed() + receipt.retired();
            refused += receipt.refused().size();
            origin.getValue().forEach(entry -> heard(sender, origin.getKey(), entry));
        }
        cascade.tellAll();
        return ReceiptNote.applied("catalog.cascade.taken", taken, refused);
    }

    private void heard(String sender, String origin, CatalogEntrySnapshot entry) {
        store.heard(sender, origin, entry.code(), entry.version());
    }
}
