package org.zhengtong.base.codes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code of a service item (事项实施编码). Either 31 characters, as GB/T 39046-2020 builds it from credit code (18), level (1)
 * and basic code (12), its credit code checked; or the longer hyphened form that provinces publish
 * ({@code 511A0138000000-511602000000-000-115113010833722043-1-00}), up to 64 characters, of which only the shape is
 * checked because bodies in it are named by codes of several kinds.
 */
public record ItemCode(String value) {
    private static final int LENGTH = 31;
    private static final int CATALOG_LIMIT = 64;
    private static final Pattern CATALOG = Pattern.compile("[0-9A-Z]+(?:-[0-9A-Z]+){2,}");
    private static final Pattern AREA = Pattern.compile("-([1-8][0-9]{11})-");

    public ItemCode {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not an item code: " + value + " (" + flaw.messageKey() + ")");
        }
    }

    /** Checks what somebody typed, after normalising it. */
    public static CodeCheck<ItemCode> check(String raw) {
        return CodeFlaw.check(TypedCode.normalize(raw), ItemCode::findFlaw, ItemCode::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.item_code.empty");
        }
        var illegal = CodeFlaw.illegalCharacter(
                "codes.item_code.illegal_character", value, CheckCharacter.DIGITS_AND_CAPITALS + "-");
        if (illegal != null) {
            return illegal;
        }
        return value.indexOf('-') >= 0 ? findCatalogFlaw(value) : findImplementationFlaw(value);
    }

    private static @Nullable CodeFlaw findCatalogFlaw(String value) {
        if (value.length() > CATALOG_LIMIT) {
            return CodeFlaw.of("codes.item_code.too_long", CATALOG_LIMIT, value.length());
        }
        return CATALOG.matcher(value).matches() ? null : CodeFlaw.of("codes.item_code.wrong_parts");
    }

    private static @Nullable CodeFlaw findImplementationFlaw(String value) {
        if (value.length() != LENGTH) {
            return CodeFlaw.of("codes.item_code.wrong_length", LENGTH, value.length());
        }
        if (CreditCode.check(value.substring(0, 18)).valid().isEmpty()) {
            return CodeFlaw.of("codes.item_code.wrong_credit_code");
        }
        return value.charAt(18) >= '1' && value.charAt(18) <= '7' ? null : CodeFlaw.of("codes.item_code.wrong_level");
    }

    /** Which of the two forms this is. */
    public ItemCodeShape shape() {
        return value.indexOf('-') >= 0 ? ItemCodeShape.CATALOG : ItemCodeShape.IMPLEMENTATION;
    }

    /** The body that carries the item out (实施主体); known only in the 31-character form. */
    public Optional<CreditCode> body() {
        return shape() == ItemCodeShape.IMPLEMENTATION
                ? Optional.of(new CreditCode(value.substring(0, 18)))
                : Optional.empty();
    }

    /** Basic code (基本编码), the same for this item in the whole nation; known only in the 31-character form. */
    public Optional<String> basicCode() {
        return shape() == ItemCodeShape.IMPLEMENTATION ? Optional.of(value.substring(19)) : Optional.empty();
    }

    /** The division the item is carried out in, as far as the code tells. */
    public Optional<DivisionCode> division() {
        if (shape() == ItemCodeShape.IMPLEMENTATION) {
            return body().flatMap(CreditCode::division);
        }
        var area = AREA.matcher(value);
        return area.find() ? Optional.of(new DivisionCode(area.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
