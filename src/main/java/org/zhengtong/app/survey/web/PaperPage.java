package org.zhengtong.app.survey.web;

import org.zhengtong.base.schema.PaperSheet;

/** A form on paper, empty or filled in, and where its files are. */
public record PaperPage(String title, String back, String pdf, String workbook, PaperSheet sheet) {}
