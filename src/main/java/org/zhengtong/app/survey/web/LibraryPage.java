package org.zhengtong.app.survey.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhengtong.app.survey.LibraryForm;

/** The forms in force. */
public record LibraryPage(String text, List<LibraryForm> forms) {

    /** The forms by category, in the library's order. */
    public Map<String, List<LibraryForm>> byCategory() {
        return forms.stream()
                .collect(Collectors.groupingBy(LibraryForm::category, LinkedHashMap::new, Collectors.toList()));
    }
}
