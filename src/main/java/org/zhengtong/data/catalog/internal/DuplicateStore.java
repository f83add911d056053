package org.zhengtong.data.catalog.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.internal.check.Neighbours;

/** Looks for entries with the same name: one by one while somebody writes, all at once for a file. */
@Component
class DuplicateStore {
    private final JdbcClient jdbc;

    DuplicateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands in the catalog beside one draft and the resource with its code. */
    Neighbours beside(long draft, String code) {
        return new Neighbours() {
            @Override
            public Optional<String> named(String providerKey, String nameKey) {
                return findNamed(providerKey, nameKey, draft, code);
            }

            @Override
            public boolean countedUp(String providerKey, String stem, String nameKey) {
                return findCountedUp(providerKey, stem, nameKey, code);
            }

            @Override
            public boolean knows(String related) {
                return !known(List.of(related)).isEmpty();
            }
        };
    }

    private Optional<String> findNamed(String providerKey, String nameKey, long draft, String code) {
        return jdbc.sql("""
                select name || coalesce(' ' || code, '')
                from (
                    select name, code
                    from catalog.resource
                    where provider_key = :provider and name_key = :name and state = 'PUBLISHED' and code <> :code
                    union all
                    select name, code
                    from catalog.draft
                    where provider_key = :provider and name_key = :name and state <> 'DRAFT' and id <> :draft
                        and purpose = 'PUBLICATION'
                ) as found
                limit 1
                """)
                .param("provider", providerKey)
                .param("name", nameKey)
                .param("code", code)
                .param("draft", draft)
                .query(String.class)
                .optional();
    }

    private boolean findCountedUp(String providerKey, String stem, String nameKey, String code) {
        return jdbc.sql("""
                select exists (
                    select 1
                    from catalog.resource
                    where provider_key = :provider and name_stem = :stem and name_key <> :name and code <> :code
                )
                """)
                .param("provider", providerKey)
                .param("stem", stem)
                .param("name", nameKey)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private Set<String> known(Collection<String> codes) {
        return new HashSet<>(jdbc.sql("select distinct code from catalog.resource where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What stands in the catalog beside the entries of a file: read in three questions, however many rows it has. */
    Neighbours besideAll(Collection<String> providerKeys, Collection<String> related) {
        var named = new HashMap<String, String>();
        var stems = new HashMap<String, Set<String>>();
        jdbc.sql("""
                select provider_key, name_key, name_stem, name || ' ' || code as words
                from catalog.resource
                where provider_key = any (:providers) and state = 'PUBLISHED'
                """).param("providers", providerKeys.toArray(String[]::new)).query(row -> {
            var provider = row.getString("provider_key") + "|";
            named.put(provider + row.getString("name_key"), row.getString("words"));
            stems.computeIfAbsent(provider + row.getString("name_stem"), _ -> new HashSet<>())
                    .add(row.getString("name_key"));
        });
        return new FileNeighbours(named, stems, known(related));
    }

    private record FileNeighbours(Map<String, String> named, Map<String, Set<String>> stems, Set<String> codes)
            implements Neighbours {

        @Override
        public Optional<String> named(String providerKey, String nameKey) {
            return Optional.ofNullable(named.get(providerKey + "|" + nameKey));
        }

        @Override
        public boolean countedUp(String providerKey, String stem, String nameKey) {
            return stems.getOrDefault(providerKey + "|" + stem, Set.of()).stream()
                    .anyMatch(other -> !other.equals(nameKey));
        }

        @Override
        public boolean knows(String code) {
            return codes.contains(code);
        }
    }

    /** One name of one provider is filed by one transaction at a time, so that no two slip through. */
    void holdName(String providerKey, String nameKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 741))::text")
                .param("name", providerKey + "|" + nameKey)
                .query(String.class)
                .list();
    }
}
