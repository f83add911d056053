package org.zhengtong.service.fees.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;

/** Published fees in {@code fees.fee}; rows are added and withdrawn, never changed. */
@Component
class FeeStore {

    static final String COLUMNS = """
            f.id, f.item_code, f.code, f.name, f.standard, f.basis, f.amount_fen, f.stage, f.before_delivery, f.published_at,
            f.published_by, f.withdrawn_at
            """;

    private final JdbcClient jdbc;

    FeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Fee> inForce(ItemCode item) {
        return jdbc.sql("select " + COLUMNS
                        + " from fees.fee f where item_code = :item and withdrawn_at is null order by code")
                .param("item", item.value())
                .query(FeeStore::toFee)
                .list();
    }

    List<Fee> list(String text, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from fees.fee f
                where withdrawn_at is null
                    and id > :after
                    and (:text = '' or item_code = :text or strpos(name, :text) > 0)
                order by id
                limit :limit
                """)
                .param("text", text)
                .param("after", after)
                .param("limit", limit)
                .query(FeeStore::toFee)
                .list();
    }

    Optional<Fee> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from fees.fee f where id = :id")
                .param("id", id)
                .query(FeeStore::toFee)
                .optional();
    }

    /** The fees of the pack that are in force. */
    List<Fee> ofPack() {
        return jdbc.sql("select " + COLUMNS + " from fees.fee f where origin = 'PACK' and withdrawn_at is null")
                .query(FeeStore::toFee)
                .list();
    }

    Fee insert(Fee.Content fee, String origin, String by, Instant at) {
        var id = jdbc.sql("""
                insert into fees.fee
                    (item_code, code, name, standard, basis, amount_fen, stage, before_delivery, origin, published_at, published_by)
                values (:item, :code, :name, :standard, :basis, :amount, :stage, :before, :origin, :at, :by)
                returning id
                """)
                .param("item", fee.item().value())
                .param("code", fee.code())
                .param("name", fee.name())
                .param("standard", fee.standard())
                .param("basis", fee.basis())
                .param("amount", fee.amount().fen())
                .param("stage", fee.stage().name())
                .param("before", fee.beforeDelivery())
                .param("origin", origin)
                .param("at", utc(at))
                .param("by", by)
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    boolean withdraw(long id, String by, Instant at) {
        return jdbc.sql("""
                        update fees.fee
                        set withdrawn_at = :at, withdrawn_by = :by
                        where id = :id and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                > 0;
    }

    void withdraw(ItemCode item, String code, String by, Instant at) {
        jdbc.sql("""
                update fees.fee
                set withdrawn_at = :at, withdrawn_by = :by
                where item_code = :item and code = :code and withdrawn_at is null
                """)
                .param("item", item.value())
                .param("code", code)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    static Fee toFee(ResultSet row, int number) throws SQLException {
        return new Fee(
                row.getLong("id"),
                new ItemCode(row.getString("item_code")),
                row.getString("code"),
                row.getString("name"),
                row.getString("standard"),
                row.getString("basis"),
                new Money(row.getLong("amount_fen")),
                FeeStage.valueOf(row.getString("stage")),
                row.getBoolean("before_delivery"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                instant(row, "withdrawn_at"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
