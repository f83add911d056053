package org.zhengtong.service.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import tools.jackson.databind.node.ObjectNode;

/** The procedures in force, from the pack. */
public interface Procedures {

    /**
     * The procedure new cases of this item follow: by its code, else by its basic code (四级四同); empty when the item
     * cannot be applied for on this platform.
     */
    Optional<Procedure> findByItem(ItemCode itemCode);

    /** The procedures in force. */
    List<Procedure> list();

    /** What an application with these answers comes to: whose steps it takes, and what of the procedure's offers it uses. */
    Chosen chosen(Procedure procedure, ObjectNode answers);

    /**
     * What an applicant has chosen.
     *
     * @param commitment that he commits himself to instead of materials; null when he does not
     * @param deferred materials that he wants to send later
     */
    record Chosen(
            List<Block.Step> steps, Procedure.@Nullable Commitment commitment, List<Procedure.Deferrable> deferred) {
        public Chosen {
            steps = List.copyOf(steps);
            deferred = List.copyOf(deferred);
        }
    }

    /** The version of a form that new drafts get, by the key the procedure names. */
    FormSchema currentForm(String key);

    /** A form as it was when a draft or a case got it. */
    FormSchema form(String key, FormVersion version);
}
