package org.zhengtong.service.fees;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;

/**
 * A published fee of an item (收费项目); one version, never edited.
 *
 * @param code what it is called among the item's fees
 * @param standard the standard in words, such as 每证 40 元
 * @param basis the document that allows it
 * @param beforeDelivery whether nothing is handed over until it is paid
 * @param withdrawnAt when it was taken off the list or replaced
 */
public record Fee(
        long id,
        ItemCode item,
        String code,
        String name,
        String standard,
        String basis,
        Money amount,
        FeeStage stage,
        boolean beforeDelivery,
        Instant publishedAt,
        String publishedBy,
        @Nullable Instant withdrawnAt) {

    /** What is published. */
    public record Content(
            ItemCode item,
            String code,
            String name,
            String standard,
            String basis,
            Money amount,
            FeeStage stage,
            boolean beforeDelivery) {}
}
