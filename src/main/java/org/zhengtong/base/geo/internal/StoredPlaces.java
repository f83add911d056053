package org.zhengtong.base.geo.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.GeoProblem;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.Places;
import org.zhengtong.base.geo.internal.shape.Ellipsoid;
import org.zhengtong.base.geo.internal.shape.ExactTests;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredPlaces implements Places {

    private static final int MOST_CANDIDATES = 100_000;
    private static final double METRES_A_DEGREE = 110_000;
    private static final double FARTHEST_METRES = 500_000;

    private final LayerStore layers;
    private final LayerSight sight;
    private final FeatureStore features;

    StoredPlaces(LayerStore layers, LayerSight sight, FeatureStore features) {
        this.layers = layers;
        this.sight = sight;
        this.features = features;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DivisionCode> divisionOf(GeoPoint place) {
        var here = new GeoBox(place.longitude(), place.latitude(), place.longitude(), place.latitude());
        return divisions().stream()
                .flatMap(layer -> features.inBox(layer, here, MOST_CANDIDATES).stream())
                .filter(each ->
                        DivisionCode.check(each.feature().code()).valid().isPresent())
                .sorted(Comparator.comparing((FeatureStore.Candidate each) ->
                                new DivisionCode(each.feature().code()).level())
                        .reversed()
                        .thenComparing(each -> each.feature().code()))
                .filter(each -> ExactTests.covers(each.shape(), place))
                .findFirst()
                .map(each -> new DivisionCode(each.feature().code()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<GeoBox> boundsOf(DivisionCode division) {
        return divisions().stream()
                .flatMap(layer -> features.withCode(layer, division.value()).stream())
                .findFirst()
                .map(each -> each.feature().bounds());
    }

    private Optional<Long> divisions() {
        return layers.find(LayerCode.DIVISIONS)
                .filter(kept -> !kept.layer().removed())
                .map(LayerStore.Kept::id);
    }

    @Override
    public double distance(GeoPoint from, GeoPoint to) {
        return Ellipsoid.distance(from, to);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LayerFeature> inBox(LayerCode layer, GeoBox box, int most, @Nullable CurrentUser user) {
        return features.inBox(require(layer, user), box, MOST_CANDIDATES).stream()
                .filter(each -> ExactTests.touches(each.shape(), box))
                .limit(most)
                .map(FeatureStore.Candidate::feature)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Near> near(LayerCode layer, GeoPoint place, double metres, int most, @Nullable CurrentUser user) {
        if (!(metres >= 0 && metres <= FARTHEST_METRES)) {
            throw new IllegalArgumentException("Not a distance up to 500 km: " + metres);
        }
        return features.inBox(require(layer, user), around(place, metres), MOST_CANDIDATES).stream()
                .map(each -> new Near(each.feature(), ExactTests.metres(each.shape(), place)))
                .filter(near -> near.metres() <= metres)
                .sorted(Comparator.comparingDouble(Near::metres))
                .limit(most)
                .toList();
    }

    /** A box that holds every place no farther than this; a degree of latitude has more than 110 km everywhere. */
    private static GeoBox around(GeoPoint place, double metres) {
        var north = metres / METRES_A_DEGREE;
        var farthest = Math.min(89, Math.abs(place.latitude()) + north);
        var east = north / Math.cos(Math.toRadians(farthest));
        return new GeoBox(
                Math.max(-180, place.longitude() - east),
                Math.max(-90, place.latitude() - north),
                Math.min(180, place.longitude() + east),
                Math.min(90, place.latitude() + north));
    }

    private long require(LayerCode layer, @Nullable CurrentUser user) {
        return sight.find(layer, user)
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND))
                .id();
    }
}
