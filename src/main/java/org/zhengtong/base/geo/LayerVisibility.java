package org.zhengtong.base.geo;

/**
 * Who may see a layer. Maps shown to the public need an approval (地图管理条例 第十五条), so only a layer that names its
 * approval number, or why it needs none, can be public.
 */
public enum LayerVisibility {
    STAFF,
    PUBLIC
}
