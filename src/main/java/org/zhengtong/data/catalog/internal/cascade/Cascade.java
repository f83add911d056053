package org.zhengtong.data.catalog.internal.cascade;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.CatalogSettings;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceChanged;
import org.zhengtong.data.catalog.ResourcePublished;
import org.zhengtong.data.catalog.ResourceRetired;
import org.zhengtong.data.catalog.internal.MetadataJson;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells neighbouring nodes what they do not know of the catalog yet. What is told is noted in the same transaction; how long it
 * travels is the exchange's affair. An entry is passed on only when it was new here, so it ends in any circle of nodes.
 */
@Component
public class Cascade {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ENVELOPE = 100;
    private static final int MOST = 50;

    private final CatalogSettings settings;
    private final ToldStore store;
    private final Nodes nodes;
    private final Dispatch dispatch;

    public Cascade(CatalogSettings settings, ToldStore store, Nodes nodes, Dispatch dispatch) {
        this.settings = settings;
        this.store = store;
        this.nodes = nodes;
        this.dispatch = dispatch;
    }

    @EventListener
    void on(ResourcePublished published) {
        tellAll();
    }

    @EventListener
    void on(ResourceChanged changed) {
        tellAll();
    }

    @EventListener
    void on(ResourceRetired retired) {
        tellAll();
    }

    boolean takesFrom(String node) {
        return settings.cascade().contains(node);
    }

    /** Joins the caller's transaction; says how many entries went out. */
    int tellAll() {
        var told = 0;
        for (var code : settings.cascade()) {
            var node = new NodeCode(code);
            if (nodes.trusted(node)
                    .filter(known -> known.takes(ToldEntries.KIND))
                    .isPresent()) {
                told += tell(node);
            }
        }
        return told;
    }

    private int tell(NodeCode node) {
        var told = 0;
        for (var envelope = 0; envelope < MOST; envelope++) {
            var news = store.news(node.value(), ENVELOPE);
            if (news.isEmpty()) {
                return told;
            }
            var entries = news.stream()
                    .map(resource -> new ToldEntries.Told(origin(resource), MetadataJson.snapshot(resource)))
                    .toList();
            dispatch.send(EnvelopeRequest.of(ToldEntries.KIND, node, JSON.writeValueAsBytes(new ToldEntries(entries))));
            news.forEach(resource -> store.told(node.value(), resource.id(), resource.version()));
            told += news.size();
        }
        return told;
    }

    private String origin(Resource resource) {
        return resource.foreign() ? resource.origin() : nodes.own().code().value();
    }
}
