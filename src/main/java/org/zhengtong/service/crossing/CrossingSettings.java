package org.zhengtong.service.crossing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which cases cross to other nodes.
 *
 * @param inner code of the node that handles what is filed here; none: this node handles it itself
 * @param items beginnings of the codes of the items that are handled there; none: all of them
 * @param outer codes of the nodes whose cases this node handles
 * @param mainHall code of the node that this node reports its cases to; none: to nobody
 */
@ConfigurationProperties("zhengtong.crossing")
public record CrossingSettings(
        @Nullable String inner,
        @DefaultValue List<String> items,
        @DefaultValue List<String> outer,
        @Nullable String mainHall) {

    public CrossingSettings {
        items = List.copyOf(items);
        outer = List.copyOf(outer);
    }
}
