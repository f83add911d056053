package org.zhengtong.base.geo.internal;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.geo.GeoProblem;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.LayerOutcome;
import org.zhengtong.base.geo.LayerStyle;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.internal.shape.GeoJsonReader;
import org.zhengtong.base.geo.internal.shape.SourceLimits;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredLayers implements Layers {

    private final LayerStore layers;
    private final FeatureStore features;
    private final LayerSight sight;
    private final LayerWriting writing;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    StoredLayers(
            LayerStore layers,
            FeatureStore features,
            LayerSight sight,
            LayerWriting writing,
            Permissions permissions,
            AuditLog audit,
            Clock clock) {
        this.layers = layers;
        this.features = features;
        this.sight = sight;
        this.writing = writing;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Layer> visibleTo(@Nullable CurrentUser user) {
        return layers.present(!LayerSight.isStaff(user));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Layer> find(LayerCode code, @Nullable CurrentUser user) {
        return sight.find(code, user).map(LayerStore.Kept::layer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Layer> search(LayerQuery query, CurrentUser keeper) {
        permissions.require(keeper, EDIT_LAYER);
        return layers.search(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Layer> findKept(LayerCode code, CurrentUser keeper) {
        permissions.require(keeper, EDIT_LAYER);
        return layers.find(code).map(LayerStore.Kept::layer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LayerFeature> features(FeatureQuery query, @Nullable CurrentUser user) {
        return sight.find(query.layer(), user)
                .map(kept -> features.list(kept.id(), query))
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
    }

    @Override
    @Transactional
    public LayerOutcome add(NewLayer layer, InputStream geoJson, CurrentUser keeper) {
        permissions.require(keeper, EDIT_LAYER);
        var taken = layers.lock(layer.code());
        if (taken.isPresent()) {
            return new LayerOutcome.CodeTaken(taken.get().layer());
        }
        var read = GeoJsonReader.read(geoJson, layer, SourceLimits.USUAL);
        if (!read.faults().isEmpty()) {
            return new LayerOutcome.Refused(read.faults());
        }
        writing.write(layer, false, read.features(), keeper.actor());
        return new LayerOutcome.Added(layers.find(layer.code()).orElseThrow().layer());
    }

    @Override
    @Transactional
    public LayerOutcome change(NewLayer layer, LayerStyle style, @Nullable InputStream geoJson, CurrentUser keeper) {
        var before = require(layer.code(), keeper);
        if (geoJson != null) {
            var read = GeoJsonReader.read(geoJson, layer, SourceLimits.USUAL);
            if (!read.faults().isEmpty()) {
                return new LayerOutcome.Refused(read.faults());
            }
            writing.replace(layer, before.packed(), read.features(), keeper.actor());
        }
        layers.describe(layer, style);
        var after = layers.find(layer.code()).orElseThrow().layer();
        audit.record(AuditAction.of(
                        keeper.actor(),
                        "geo.change_layer",
                        "layer",
                        layer.code().value())
                .with("name", before.name() + " → " + after.name())
                .with("visibility", before.visibility() + " → " + after.visibility())
                .with("features", before.features() + " → " + after.features()));
        return new LayerOutcome.Changed(after);
    }

    @Override
    @Transactional
    public void remove(LayerCode code, CurrentUser keeper) {
        if (!require(code, keeper).removed()) {
            layers.markRemoved(code, clock.instant(), keeper.name());
            record("geo.remove_layer", code, keeper);
        }
    }

    @Override
    @Transactional
    public void restore(LayerCode code, CurrentUser keeper) {
        if (require(code, keeper).removed()) {
            layers.markRestored(code);
            record("geo.restore_layer", code, keeper);
        }
    }

    @Override
    @Transactional
    public void delete(LayerCode code, CurrentUser keeper) {
        var layer = require(code, keeper);
        if (!layer.removed()) {
            throw new ProblemException(GeoProblem.LAYER_STILL_SHOWN, layer.name());
        }
        layers.delete(code);
        audit.record(AuditAction.of(keeper.actor(), "geo.delete_layer", "layer", code.value())
                .with("name", layer.name())
                .with("source", layer.source())
                .with("features", layer.features()));
    }

    private Layer require(LayerCode code, CurrentUser keeper) {
        permissions.require(keeper, EDIT_LAYER);
        return layers.lock(code)
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND))
                .layer();
    }

    private void record(String event, LayerCode code, CurrentUser keeper) {
        audit.record(AuditAction.of(keeper.actor(), event, "layer", code.value()));
    }
}
