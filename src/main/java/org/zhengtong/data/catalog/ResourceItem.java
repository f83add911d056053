package org.zhengtong.data.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One data item (信息项) of a resource.
 *
 * @param code the column's own name in the source; may be empty
 * @param dataType code of the list {@code data_type}
 * @param length greatest length; 0 when none is given
 * @param sharing null while nobody has said
 * @param open whether everybody may have it
 * @param personal whether it tells about a person
 * @param source the one source of the item (唯一来源); may be empty
 */
public record ResourceItem(
        String name,
        String code,
        String dataType,
        int length,
        @Nullable SharingType sharing,
        boolean open,
        boolean personal,
        String source) {}
