package org.zhengtong.service.fees;

import java.util.List;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;

/** The published fees (收费清单). What does not stand here cannot be charged: bills are made from these rows alone. */
public interface FeeList {

    /** The fees in force for an item. */
    List<Fee> of(ItemCode item);

    /** Fees in force whose item or name contains the text, by item; {@code after} is the id of the last one seen, 0 at first. */
    List<Fee> list(String text, long after, int limit);

    /** Publishes a fee; one of the same item and code is replaced. Bills that were made keep the version they were made from. */
    Fee publish(Fee.Content content, CurrentUser by);

    /** Takes a fee off the list; false when it is not in force. */
    boolean withdraw(long id, CurrentUser by);
}
