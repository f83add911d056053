package org.zhengtong.base.schema;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Forms as workbooks (XLSX): filled in off line, taken back cell by cell. */
public interface FormWorkbooks {

    /** The form with these answers; {@code key} names the form, so that another form's workbook is not taken for it. */
    byte[] write(FormSchema form, String key, ObjectNode answers, Locale locale);

    /** Reads a workbook made by {@link #write}. Files, which no workbook holds, stay as in {@code before}. */
    WorkbookReading read(FormSchema form, String key, ObjectNode before, byte[] workbook, Locale locale);
}
