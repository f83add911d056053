package org.zhengtong.data.catalog.internal.cascade;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.internal.ResourceStore;

/** Which versions neighbouring nodes know. */
@Component
public class ToldStore {

    private final JdbcClient jdbc;

    public ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of which this node does not know the newest version; its own ones it knows. */
    List<Resource> news(String node, int most) {
        return jdbc.sql("select " + ResourceStore.COLUMNS + """
                 from catalog.resource r
                where r.origin <> :node
                    and not exists (
                        select from catalog.told t
                        where t.node = :node and t.resource_id = r.id and t.version >= r.version)
                order by r.id
                limit :most
                """)
                .param("node", node)
                .param("most", most)
                .query((row, number) -> ResourceStore.resource(row))
                .list();
    }

    void told(String node, long resource, int version) {
        jdbc.sql("""
                insert into catalog.told as t (node, resource_id, version) values (:node, :resource, :version)
                on conflict (node, resource_id) do update set version = greatest(t.version, excluded.version)
                """)
                .param("node", node)
                .param("resource", resource)
                .param("version", version)
                .update();
    }

    /** The node told us of this version itself. */
    void heard(String node, String origin, String code, int version) {
        jdbc.sql("""
                insert into catalog.told as t (node, resource_id, version)
                select :node, id, :version from catalog.resource where origin = :origin and code = :code
                on conflict (node, resource_id) do update set version = greatest(t.version, excluded.version)
                """)
                .param("node", node)
                .param("origin", origin)
                .param("code", code)
                .param("version", version)
                .update();
    }
}
