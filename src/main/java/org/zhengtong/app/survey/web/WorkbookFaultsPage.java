package org.zhengtong.app.survey.web;

import java.util.List;
import org.zhengtong.base.schema.CellFault;

/** What is to mend in a workbook; {@code taken} when its answers are in the draft all the same. */
public record WorkbookFaultsPage(String title, String back, boolean taken, List<CellFault> faults) {

    /** How many. */
    public int count() {
        return faults.size();
    }
}
