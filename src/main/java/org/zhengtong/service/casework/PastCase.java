package org.zhengtong.service.casework;

import java.util.List;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case of an older system.
 *
 * @param line where it stands in the file it was read from; faults name it
 * @param division where the matter lies
 * @param jurisdiction whose departments handle it: the division itself or one above it
 * @param answers what is known of the application, in the shape of the procedure's form; may be incomplete
 * @param deeds what happened, in the order of time; the first is the filing
 */
public record PastCase(
        int line,
        ItemCode itemCode,
        DivisionCode division,
        DivisionCode jurisdiction,
        Channel channel,
        Applicant applicant,
        ObjectNode answers,
        List<PastDeed> deeds) {

    public PastCase {
        deeds = List.copyOf(deeds);
    }
}
