package org.zhengtong.base.geo.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tiles made last, by their tag; a changed layer has other tags, so nothing here grows old. */
final class TileMemory {

    private static final int MOST_BYTES = 16_000_000;

    private final LinkedHashMap<String, byte[]> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized byte @Nullable [] find(String tag) {
        return tiles.get(tag);
    }

    synchronized byte[] keep(String tag, byte[] tile) {
        if (tiles.put(tag, tile) == null) {
            bytes += tile.length + tag.length() * 2L;
        }
        var oldest = tiles.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            Map.Entry<String, byte[]> entry = oldest.next();
            bytes -= entry.getValue().length + entry.getKey().length() * 2L;
            oldest.remove();
        }
        return tile;
    }
}
