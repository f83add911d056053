package org.zhengtong.app.survey.web;

import java.util.List;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.base.schema.FormDiff;

/** What changed between two versions of a form. */
public record FormChangesPage(
        LibraryForm form, int before, int after, List<LibraryForm> versions, List<FormDiff.Change> changes) {}
