package org.zhengtong.data.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.SearchOutcome;

/** Finding resources: our own and foreign ones together, by words, facets and order; and how much the catalog covers. */
public interface CatalogListing {

    /** Facets by which results can be narrowed, in the order in which pages show them. */
    List<String> FACETS =
            List.of("provider", "class_item", "domain", "format", "sharing", "openness", "cycle", "origin");

    /** One screen of resources that this reader may know of; null is a visitor, who sees open ones only. */
    Found search(Query query, @Nullable CurrentUser reader);

    /** Open resources for other catalogs, counted from a place; words are not looked for here. */
    Found harvest(Harvest harvest);

    /** Providers of open resources; the division is the provider's id for other catalogs. */
    List<Coverage> openProviders();

    /** How many classes of information and how many departments the catalog covers. */
    List<Coverage> coverage();

    /**
     * What is looked for.
     *
     * @param text words; empty lists all
     * @param filters values of facets
     * @param retired retired ones in the place of published ones
     * @param after where the list goes on, from {@link Found#next()}; empty for its beginning
     */
    record Query(String text, Map<String, String> filters, Sort sort, boolean retired, String after, int most) {
        public Query {
            filters = Map.copyOf(filters);
        }

        /** Everything, newest first. */
        public static Query all(int most) {
            return new Query("", Map.of(), Sort.CHANGED, false, "", most);
        }

        /** The same going on after a screen. */
        public Query after(String key) {
            return new Query(text, filters, sort, retired, key, most);
        }
    }

    /**
     * What another catalog asks for.
     *
     * @param from changed at this time or later; null from the beginning
     * @param until changed at this time or earlier; null until now
     * @param organization id or name of the provider, see {@link #organizationId}; empty for all
     * @param excluded the same for a provider that is left out; empty for none
     * @param classItem class and item of the code; empty for all
     */
    record Harvest(
            @Nullable Instant from,
            @Nullable Instant until,
            String organization,
            String excluded,
            String classItem,
            HarvestSort sort,
            int start,
            int most) {

        /** Everything, by its number here. */
        public static Harvest all(int start, int most) {
            return new Harvest(null, null, "", "", "", HarvestSort.ID, start, most);
        }
    }

    /** Orders for other catalogs. */
    enum HarvestSort {
        ID,
        ID_DESC,
        CHANGED,
        CHANGED_DESC,
        CREATED,
        CREATED_DESC,
        TITLE,
        TITLE_DESC
    }

    /** The id of a provider for other catalogs: its department's, else one made from its name, so that it stays the same. */
    static String organizationId(Provider provider) {
        var department = provider.department();
        return department == null
                ? "p-" + DigestUtils.md5DigestAsHex(provider.name().getBytes(StandardCharsets.UTF_8))
                : department.value();
    }

    /** Orders of a list without words; with words the best comes first. */
    enum Sort {
        CHANGED,
        NAME,
        PROVIDER,
        CODE
    }

    /**
     * One screen.
     *
     * @param facets counts of values by facet; empty while the index is being made
     * @param loose nothing held all the words
     */
    record Found(
            List<Resource> resources,
            long total,
            boolean loose,
            Map<String, List<SearchOutcome.Count>> facets,
            @Nullable String next) {}

    /**
     * What one provider, level or division has in the catalog.
     *
     * @param division code of the provider's division; empty when nobody knows it
     * @param classes distinct classes of information (信息类数量)
     */
    record Coverage(
            String division,
            String provider,
            long classes,
            long resources,
            long items,
            long unconditional,
            long conditional,
            long notShared,
            long open) {}
}
