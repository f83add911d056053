package org.zhengtong.base.geo.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.identity.CurrentUser;

/** Which layers somebody may see; one that is not for him does not exist for him. */
@Component
class LayerSight {

    private final LayerStore layers;

    LayerSight(LayerStore layers) {
        this.layers = layers;
    }

    Optional<LayerStore.Kept> find(LayerCode code, @Nullable CurrentUser user) {
        return layers.find(code).filter(kept -> sees(kept.layer(), user));
    }

    private static boolean sees(Layer layer, @Nullable CurrentUser user) {
        return !layer.removed() && (layer.visibility() == LayerVisibility.PUBLIC || isStaff(user));
    }

    static boolean isStaff(@Nullable CurrentUser user) {
        return user != null && user.isStaff();
    }
}
