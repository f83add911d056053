package org.zhengtong.data.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.search.SearchOutcome.Count;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.catalog.CatalogLists;

/** Values of facets in words. */
@Component
public class FacetChoices {
    private static final int MOST_VALUES = 60;

    private final CatalogLists lists;
    private final Texts texts;

    FacetChoices(CatalogLists lists, Texts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    /** Select boxes for these facets; a chosen value is among them even when no result has it. */
    public List<ListPage.Choice> of(
            List<String> facets, ListForm form, Map<String, List<Count>> counts, Locale language) {
        return facets.stream()
                .map(facet -> choice(facet, form.filter(facet), counts.getOrDefault(facet, List.of()), language))
                .toList();
    }

    private ListPage.Choice choice(String facet, String chosen, List<Count> counts, Locale language) {
        var values = new ArrayList<ListPage.Value>();
        counts.stream()
                .limit(MOST_VALUES)
                .forEach(each -> values.add(
                        new ListPage.Value(each.value(), word(facet, each.value(), language), each.documents())));
        if (!chosen.isEmpty() && values.stream().noneMatch(each -> each.code().equals(chosen))) {
            values.add(new ListPage.Value(chosen, word(facet, chosen, language), -1));
        }
        return new ListPage.Choice(facet, chosen, values);
    }

    /** One value in words. */
    public String word(String facet, String value, Locale language) {
        return switch (facet) {
            case "class_item" -> lists.name(CatalogLists.CLASS, value, language);
            case "domain" -> lists.name(CatalogLists.DOMAIN, value, language);
            case "format" -> lists.name(CatalogLists.FORMAT, value, language);
            case "cycle" -> lists.name(CatalogLists.UPDATE_CYCLE, value, language);
            case "sharing" -> texts.say(language, "catalog.sharing." + value);
            case "openness" -> texts.say(language, "catalog.openness." + value);
            case "origin" -> value.equals("local") ? texts.say(language, "catalog.origin.local") : value;
            default -> value;
        };
    }
}
