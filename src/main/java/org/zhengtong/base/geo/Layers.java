package org.zhengtong.base.geo;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** The layers themselves: read by whom each is meant for, kept by those who may {@code geo.edit_layer}. */
public interface Layers {

    /** Permission to add, remove and bring back layers. */
    String EDIT_LAYER = "geo.edit_layer";

    /** Layers that may be seen by this user, or by anybody when null, by name. */
    List<Layer> visibleTo(@Nullable CurrentUser user);

    /** The layer, unless it is removed or not for this user. */
    Optional<Layer> find(LayerCode code, @Nullable CurrentUser user);

    /** Layers as their keeper sees them, removed ones among them; the text is looked for in code, name and source. */
    List<Layer> search(LayerQuery query, CurrentUser keeper);

    /** The layer as its keeper sees it, removed or not. */
    Optional<Layer> findKept(LayerCode code, CurrentUser keeper);

    /** Features of a layer that may be seen by this user, in the order of their numbers. */
    List<LayerFeature> features(FeatureQuery query, @Nullable CurrentUser user);

    /** Takes over a GeoJSON source (RFC 7946) as a new layer, as a whole or not at all. */
    LayerOutcome add(NewLayer layer, InputStream geoJson, CurrentUser keeper);

    /**
     * Changes what is said about a layer, and takes over new features in place of the old ones when there is a source; as a
     * whole or not at all.
     */
    LayerOutcome change(NewLayer layer, LayerStyle style, @Nullable InputStream geoJson, CurrentUser keeper);

    /** Takes a layer away from everybody; it can be brought back. */
    void remove(LayerCode code, CurrentUser keeper);

    /** Brings a removed layer back. */
    void restore(LayerCode code, CurrentUser keeper);

    /** Deletes a layer for good that was taken away before. */
    void delete(LayerCode code, CurrentUser keeper);

    /**
     * What a keeper looks for.
     *
     * @param after code after which the list goes on; empty for its beginning
     */
    record LayerQuery(String text, boolean removed, String after, int most) {}

    /**
     * Which features of a layer: the text is the beginning of a name or code.
     *
     * @param after number after which the list goes on; 0 for its beginning
     */
    record FeatureQuery(LayerCode layer, String text, int after, int most) {}
}
