package org.zhengtong.base.geo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;

/** Front door for other rooms: which division a place lies in, how far places are from each other, what lies around. */
public interface Places {

    /**
     * The smallest division that holds the place, down to the county as far as the layer {@code divisions} has it. On a
     * common border the smaller code wins, so that the answer is always the same. Shipped outlines are
     * demonstration data from DataV.GeoAtlas without a known accuracy; nobody's rights may hang on them.
     */
    Optional<DivisionCode> divisionOf(GeoPoint place);

    /** The outline's box of a division in degrees; empty when the layer {@code divisions} does not have it. */
    Optional<GeoBox> boundsOf(DivisionCode division);

    /** Length in metres of the geodesic between two places on the ellipsoid of CGCS2000 (GB 22021-2008). */
    double distance(GeoPoint from, GeoPoint to);

    /** Features whose shape touches the box, by number; those that only their box touches are left out. */
    List<LayerFeature> inBox(LayerCode layer, GeoBox box, int most, @Nullable CurrentUser user);

    /** Features no farther than {@code metres} from the place, nearest first. */
    List<Near> near(LayerCode layer, GeoPoint place, double metres, int most, @Nullable CurrentUser user);

    /** A feature and its distance in metres; 0 for an area that holds the place. */
    record Near(LayerFeature feature, double metres) {}
}
