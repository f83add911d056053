package org.zhengtong.data.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a resource: the groups of metadata of the 政务信息资源目录编制指南(试行), 发改高技〔2017〕1272号. The code (group 3)
 * is given when it is filed. Texts may be empty while a draft is written; what is missing then, the rules say.
 *
 * @param classCode class (分类): code of the list {@code class}
 * @param name name (名称)
 * @param provider provider and its code (提供方, 提供方代码)
 * @param summary abstract (摘要)
 * @param format code of the list {@code format} (格式)
 * @param items data items (信息项信息)
 * @param updateCycle code of the list {@code update_cycle} (更新周期)
 * @param publishedOn date of publication (发布日期); null before the first one
 * @param related codes of related resources as they were written (关联资源代码)
 */
public record ResourceMetadata(
        String classCode,
        String name,
        Provider provider,
        String summary,
        String format,
        List<ResourceItem> items,
        Sharing sharing,
        Opening opening,
        String updateCycle,
        @Nullable LocalDate publishedOn,
        List<String> related,
        Supplement supplement) {
    public ResourceMetadata {
        items = List.copyOf(items);
        related = List.copyOf(related);
    }

    /**
     * What regions and real platforms add.
     *
     * @param division code of the division that the data is about
     * @param domain code of the list {@code domain} (所属领域)
     * @param keywords words parted by blanks or 、
     * @param sensitivity code of the list {@code sensitivity} (敏感级别)
     * @param externalId number on the platform it came from
     * @param recordCount rows as the provider registered them; null when not said
     * @param extension values of regional extension fields by key
     */
    public record Supplement(
            String division,
            String domain,
            String keywords,
            String sensitivity,
            String externalId,
            @Nullable Long recordCount,
            String sourceUrl,
            SortedMap<String, String> extension) {
        public Supplement {
            extension = new TreeMap<>(extension);
        }

        /** Nothing added. */
        public static final Supplement NONE = new Supplement("", "", "", "", "", null, "", new TreeMap<>());
    }

    /** An empty sheet of a provider. */
    public static ResourceMetadata blank(Provider provider, String division) {
        return new ResourceMetadata(
                "",
                "",
                provider,
                "",
                "",
                List.of(),
                Sharing.NONE,
                Opening.NONE,
                "",
                null,
                List.of(),
                new Supplement(division, "", "", "", "", null, "", new TreeMap<>()));
    }

    /** The same, published first on this day. */
    public ResourceMetadata publishedOn(LocalDate day) {
        return new ResourceMetadata(
                classCode,
                name,
                provider,
                summary,
                format,
                items,
                sharing,
                opening,
                updateCycle,
                day,
                related,
                supplement);
    }

    /** How many items are shared in this way. */
    public long itemsShared(SharingType type) {
        return items.stream().filter(item -> item.sharing() == type).count();
    }
}
