package org.zhengtong.data.exchange.internal.kinds;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes between administrators in {@code exchange.note}. */
@Component
public class NoteStore {

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A note that came or went. */
    public record Note(UUID id, String node, boolean outgoing, String text, String author, Instant at) {}

    void add(Note note) {
        jdbc.sql("""
                insert into exchange.note (id, node, outgoing, text, author, at)
                values (:id, :node, :outgoing, :text, :author, :at)
                """)
                .param("id", note.id())
                .param("node", note.node())
                .param("outgoing", note.outgoing())
                .param("text", note.text())
                .param("author", note.author())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest notes. */
    public List<Note> newest(int most) {
        return jdbc.sql("""
                select id, node, outgoing, text, author, at from exchange.note order by at desc, id limit :most
                """)
                .param("most", most)
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("node"),
                        row.getBoolean("outgoing"),
                        row.getString("text"),
                        row.getString("author"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
