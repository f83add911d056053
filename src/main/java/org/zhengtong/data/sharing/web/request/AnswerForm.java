package org.zhengtong.data.sharing.web.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.sharing.Requests.Verdict;

/** The provider's or the superior's answer as it was typed. */
record AnswerForm(
        @Nullable String verdict,
        @Nullable List<String> items,
        @Nullable List<String> masked,
        @Nullable String quota,
        @Nullable String reason) {

    String words() {
        return reason == null ? "" : reason.strip();
    }

    Verdict toVerdict(List<RegisterItem> asked, int askedQuota) {
        return switch (verdict == null ? "" : verdict) {
            case "grant" -> new Verdict.Grant(names(items), masks(asked), number(askedQuota), words());
            case "return" -> new Verdict.Return(words());
            default -> new Verdict.Refuse(words());
        };
    }

    private static Set<ItemName> names(@Nullable List<String> texts) {
        return texts == null
                ? Set.of()
                : texts.stream().filter(ItemName::fits).map(ItemName::new).collect(Collectors.toSet());
    }

    /** The mask that the register has for an item, else all of it is hidden. */
    private Map<ItemName, Masking> masks(List<RegisterItem> asked) {
        var masks = new HashMap<ItemName, Masking>();
        var chosen = names(masked);
        for (var item : asked) {
            if (chosen.contains(item.name())) {
                var own = item.masking();
                masks.put(item.name(), own == null ? Masking.HIDDEN : own);
            }
        }
        return masks;
    }

    private int number(int asked) {
        var typed = quota == null ? "" : quota.strip().replace(" ", "");
        return typed.isEmpty() ? asked : typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
