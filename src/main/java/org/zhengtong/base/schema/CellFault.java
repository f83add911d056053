package org.zhengtong.base.schema;

/**
 * Something to mend in a workbook.
 *
 * @param sheet name of the sheet, "" when it concerns the whole workbook
 * @param row counted from 1, 0 when it concerns the whole sheet
 * @param column as spreadsheets name it, such as B
 */
public record CellFault(String sheet, int row, String column, String text) {}
