package org.zhengtong.app.hall.web.progress;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseFile;

/**
 * What taking an application back means.
 *
 * @param done what departments have finished already, by name
 */
public record WithdrawalPage(CaseFile file, List<String> done, String reason, List<FieldFault> faults) {

    /** Address of the case. */
    public String address() {
        return "/cases/" + file.number().value();
    }
}
