package org.zhengtong.app.survey.web;

import java.util.List;
import org.zhengtong.app.survey.LibraryForm;

/** The text of a form to change, with what was wrong in it. */
public record DefinitionPage(LibraryForm form, String text, List<Fault> faults, boolean unchanged) {

    /** Something that cannot work: where in the text and what. */
    public record Fault(String pointer, String text) {}
}
