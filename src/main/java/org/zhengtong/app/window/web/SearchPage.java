package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.service.casework.CaseReading;

/** What was looked for and found. */
public record SearchPage(String text, List<CaseReading.Summary> found) {}
