package org.zhengtong.service.fees.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.service.fees.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That an order was paid, as the provider says it in a notification or when asked. */
record PaymentReport(String order, String transaction, Money amount, Instant paidAt) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST = 999_999_999_999L;

    /** Reads a notification's body; empty when it is none. */
    static Optional<PaymentReport> read(byte[] body) {
        try {
            return of(JSON.readTree(body));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads {@code order}, {@code transaction}, {@code amountFen} (a whole number) and {@code paidAt}; the state must be PAID. */
    static Optional<PaymentReport> of(JsonNode node) {
        var order = node.path("order").asString("");
        var transaction = node.path("transaction").asString("");
        var fen = node.path("amountFen");
        if (!node.path("state").asString("").equals("PAID")
                || !NUMBER.matcher(order).matches()
                || !NUMBER.matcher(transaction).matches()
                || !fen.isIntegralNumber()
                || !fen.canConvertToLong()
                || fen.asLong() < 0
                || fen.asLong() > MOST) {
            return Optional.empty();
        }
        return paidAt(node.path("paidAt").asString(""))
                .map(at -> new PaymentReport(order, transaction, new Money(fen.asLong()), at));
    }

    private static Optional<Instant> paidAt(String text) {
        try {
            var at = OffsetDateTime.parse(text);
            return at.getYear() >= 2000 && at.getYear() < 2200 ? Optional.of(at.toInstant()) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
