package org.zhengtong.base.geo.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerStyle;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.internal.shape.ReadFeature;

/** Writes a checked layer with its features and its entry in the log. */
@Component
class LayerWriting {

    private final LayerStore layers;
    private final FeatureStore features;
    private final AuditLog audit;
    private final Clock clock;

    LayerWriting(LayerStore layers, FeatureStore features, AuditLog audit, Clock clock) {
        this.layers = layers;
        this.features = features;
        this.audit = audit;
        this.clock = clock;
    }

    void write(NewLayer layer, boolean packed, List<ReadFeature> read, Actor by) {
        replace(layer, packed, read, by);
        audit.record(AuditAction.of(by, "geo.add_layer", "layer", layer.code().value())
                .with("features", read.size())
                .with("system", layer.system())
                .with("visibility", layer.visibility()));
    }

    /** Keeps the layer with these features in place of any it had. */
    void replace(NewLayer layer, boolean packed, List<ReadFeature> read, Actor by) {
        var bounds = read.stream().map(ReadFeature::bounds).reduce(GeoBox::with).orElseThrow();
        var id = layers.save(new Layer(
                layer.code(),
                layer.name(),
                layer.nameEn(),
                layer.source(),
                layer.license(),
                layer.note(),
                layer.approval(),
                layer.system(),
                layer.visibility(),
                LayerStyle.TEAL,
                packed,
                read.getFirst().kind(),
                read.size(),
                read.stream().mapToInt(ReadFeature::points).sum(),
                bounds,
                1,
                clock.instant(),
                by.name(),
                null,
                null));
        features.replaceAll(id, read);
    }
}
