package org.zhengtong.data.catalog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With whom the catalog is shared.
 *
 * @param cascade codes of the neighbouring nodes that this node tells its catalog, and from which it takes entries; what one of
 *     them told is passed on to the others
 */
@ConfigurationProperties("zhengtong.catalog")
public record CatalogSettings(@DefaultValue List<String> cascade) {

    public CatalogSettings {
        cascade = List.copyOf(cascade);
    }
}
