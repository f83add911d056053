package org.zhengtong.service.casework;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;

/** The procedures in force, from the pack. */
public interface Procedures {

    /**
     * The procedure new cases of this item follow: by its code, else by its basic code (四级四同); empty when the item
     * cannot be applied for on this platform.
     */
    Optional<Procedure> findByItem(ItemCode itemCode);

    /** The procedures in force. */
    List<Procedure> list();

    /** The version of a form that new drafts get, by the key the procedure names. */
    FormSchema currentForm(String key);

    /** A form as it was when a draft or a case got it. */
    FormSchema form(String key, FormVersion version);
}
