package org.zhengtong.service.fees.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;

/** A fee as typed. */
public record FeeForm(
        @Nullable String item,
        @Nullable String code,
        @Nullable String name,
        @Nullable String standard,
        @Nullable String basis,
        @Nullable String yuan,
        @Nullable String stage,
        @Nullable Boolean before) {

    static final FeeForm EMPTY = new FeeForm("", "", "", "", "", "", "", false);

    private static final int LONGEST = 200;

    /** What is wrong with it; nothing when it can be published. */
    List<FieldFault> faults(DeskRequest asked) {
        var faults = new ArrayList<FieldFault>();
        if (ItemCode.check(text(item)).valid().isEmpty()) {
            faults.add(asked.fault("item", "fees.fault.item"));
        }
        if (!text(code).matches("[a-z][a-z0-9-]{0,39}")) {
            faults.add(asked.fault("code", "fees.fault.code"));
        }
        written(name, "name", asked, faults);
        written(standard, "standard", asked, faults);
        written(basis, "basis", asked, faults);
        if (amount().isEmpty()) {
            faults.add(asked.fault("yuan", "fees.fault.yuan"));
        }
        if (chosen().isEmpty()) {
            faults.add(asked.fault("stage", "fees.fault.stage"));
        }
        return faults;
    }

    private static void written(@Nullable String value, String field, DeskRequest asked, List<FieldFault> faults) {
        if (text(value).isEmpty() || text(value).length() > LONGEST) {
            faults.add(asked.fault(field, "fees.fault.text", LONGEST));
        }
    }

    private Optional<Money> amount() {
        return Money.parseYuan(text(yuan)).filter(amount -> amount.fen() > 0);
    }

    private Optional<FeeStage> chosen() {
        return Arrays.stream(FeeStage.values())
                .filter(one -> one.name().equals(stage))
                .findFirst();
    }

    /** Only for a form without faults. */
    Fee.Content content() {
        return new Fee.Content(
                ItemCode.check(text(item)).valid().orElseThrow(),
                text(code),
                text(name),
                text(standard),
                text(basis),
                amount().orElseThrow(),
                chosen().orElseThrow(),
                Boolean.TRUE.equals(before));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
