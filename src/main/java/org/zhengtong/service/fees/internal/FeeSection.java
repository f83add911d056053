package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;

/**
 * Takes the fee list over from {@code fees/fees.yaml}. A fee that has changed in the pack is published anew, one that is gone is
 * withdrawn; what was published on screen stays.
 */
@Component
class FeeSection implements PackSection {

    private static final String FILE = "fees/fees.yaml";
    private static final int AFTER_ITEMS = 650;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String BY = "pack";

    private final FeeStore fees;
    private final Clock clock;

    FeeSection(FeeStore fees, Clock clock) {
        this.fees = fees;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fees";
    }

    @Override
    public int order() {
        return AFTER_ITEMS;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        nodes(pack, errors).forEach(node -> read(node, errors));
    }

    @Override
    public void apply(PackReader pack) {
        var errors = new PackErrors();
        var wanted = nodes(pack, errors).stream()
                .flatMap(node -> read(node, errors).stream())
                .toList();
        var known = fees.ofPack().stream().map(FeeSection::content).collect(Collectors.toSet());
        fees.ofPack().stream()
                .filter(fee -> !wanted.contains(content(fee)))
                .forEach(fee -> fees.withdraw(fee.id(), BY, clock.instant()));
        wanted.stream().filter(fee -> !known.contains(fee)).forEach(fee -> {
            fees.withdraw(fee.item(), fee.code(), BY, clock.instant());
            fees.insert(fee, "PACK", BY, clock.instant());
        });
    }

    private static Fee.Content content(Fee fee) {
        return new Fee.Content(
                fee.item(),
                fee.code(),
                fee.name(),
                fee.standard(),
                fee.basis(),
                fee.amount(),
                fee.stage(),
                fee.beforeDelivery());
    }

    private static Optional<Fee.Content> read(PackNode node, PackErrors errors) {
        node.allow(Set.of("item", "code", "name", "standard", "basis", "yuan", "stage", "before-delivery"), errors);
        var item = node.require("item", ItemCode::new, errors);
        var code = node.require("code", FeeSection::code, errors);
        var name = node.require("name", errors);
        var standard = node.require("standard", errors);
        var basis = node.require("basis", errors);
        var yuan = node.require("yuan", FeeSection::money, errors);
        var stage = node.require("stage", FeeStage::valueOf, errors);
        if (item.isEmpty()
                || code.isEmpty()
                || name.isEmpty()
                || standard.isEmpty()
                || basis.isEmpty()
                || yuan.isEmpty()
                || stage.isEmpty()) {
            return Optional.empty();
        }
        var before = node.find("before-delivery").filter("true"::equals).isPresent();
        return Optional.of(new Fee.Content(
                item.get(), code.get(), name.get(), standard.get(), basis.get(), yuan.get(), stage.get(), before));
    }

    private static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Money money(String text) {
        return Money.parseYuan(text)
                .filter(amount -> amount.fen() > 0)
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static List<PackNode> nodes(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list("fees"))
                .orElse(List.of());
    }
}
