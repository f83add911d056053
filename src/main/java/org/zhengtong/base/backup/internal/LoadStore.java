package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhengtong.base.backup.BackupManifest.Sequence;
import org.zhengtong.base.backup.BackupManifest.Table;

/** Fills migrated tables with the rows of an archive, all in one transaction. */
class LoadStore {

    private final Connection connection;
    private final JdbcClient jdbc;

    LoadStore(Connection connection) {
        this.connection = connection;
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** A foreign key that is taken away for the time of loading, so that the order of tables does not matter. */
    record ForeignKey(String table, String name, String definition) {}

    /** The schemas of these names that hold any table. */
    List<String> inUse(Collection<String> schemas) {
        return jdbc.sql("""
            select distinct schemaname
            from pg_tables
            where schemaname in (:schemas)
            order by 1
            """).param("schemas", schemas).query(String.class).list();
    }

    void drop(String schema) {
        jdbc.sql("drop schema if exists %s cascade".formatted(SnapshotStore.quoted(schema)))
                .update();
    }

    boolean exists(Table table) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name(table))
                .query(Boolean.class)
                .single();
    }

    void make(Table table) {
        table.make().forEach(statement -> jdbc.sql(statement).update());
    }

    List<ForeignKey> takeForeignKeys(Collection<String> schemas) {
        var keys = jdbc.sql("""
            select conrelid::regclass::text as key_table, quote_ident(conname) as key_name, pg_get_constraintdef(oid) as definition
            from pg_constraint
            where contype = 'f' and conparentid = 0
                and connamespace::regnamespace::text in (:schemas)
            order by 1, 2
            """)
                .param("schemas", schemas)
                .query((row, _) -> new ForeignKey(
                        row.getString("key_table"), row.getString("key_name"), row.getString("definition")))
                .list();
        keys.forEach(key -> jdbc.sql("alter table %s drop constraint %s".formatted(key.table(), key.name()))
                .update());
        return keys;
    }

    void putBack(List<ForeignKey> keys) {
        keys.forEach(key -> jdbc.sql(
                        "alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()))
                .update());
    }

    /** Without the triggers that keep logs append-only, which would refuse both emptying and filling. */
    long fill(Table table, InputStream rows) throws SQLException, IOException {
        var name = name(table);
        if (partitioned(name)) {
            return 0;
        }
        jdbc.sql("alter table %s disable trigger user".formatted(name)).update();
        jdbc.sql("truncate table only %s".formatted(name)).update();
        var filled = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(name, SnapshotStore.list(table.columns())), rows, 1 << 16);
        jdbc.sql("alter table %s enable trigger user".formatted(name)).update();
        return filled;
    }

    /** A table whose rows are those of its partitions. */
    private boolean partitioned(String name) {
        return jdbc.sql("select relkind = 'p' from pg_class where oid = to_regclass(:name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void set(Sequence sequence) {
        if (sequence.last() != null) {
            jdbc.sql("select setval(cast(:name as regclass), :last, true)")
                    .param(
                            "name",
                            SnapshotStore.quoted(sequence.schema()) + "." + SnapshotStore.quoted(sequence.name()))
                    .param("last", sequence.last())
                    .query(Long.class)
                    .single();
        }
    }

    /** So that the first questions find a plan. */
    void analyze() {
        jdbc.sql("analyze").update();
    }

    private static String name(Table table) {
        return SnapshotStore.quoted(table.schema()) + "." + SnapshotStore.quoted(table.name());
    }
}
