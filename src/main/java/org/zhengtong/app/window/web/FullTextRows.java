package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.app.window.web.FullTextPage.Colleague;
import org.zhengtong.app.window.web.FullTextPage.Filter;
import org.zhengtong.app.window.web.FullTextPage.Option;
import org.zhengtong.app.window.web.FullTextPage.Row;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.search.SearchHit;
import org.zhengtong.base.search.SearchOutcome.Count;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseSearchKeys;

/** Found cases, files and colleagues in words. */
@Component
class FullTextRows {
    private static final int MOST_COLLEAGUES = 6;
    private static final int LONGEST_NAME = 20;

    private final Departments departments;
    private final StaffDirectory staff;
    private final Texts texts;

    FullTextRows(Departments departments, StaffDirectory staff, Texts texts) {
        this.departments = departments;
        this.staff = staff;
        this.texts = texts;
    }

    Row row(SearchHit hit, Locale locale) {
        var number = one(hit, CaseSearchKeys.NUMBER);
        var file = one(hit, CaseSearchKeys.FILE_ID);
        var isFile = hit.kind().equals(CaseSearchKeys.FILE);
        var address = "/staff/cases/" + number;
        return new Row(
                "window.full-text.kind." + hit.kind(),
                isFile ? (file.isEmpty() ? null : address + "/materials/" + file + "/view") : address,
                hit.title(),
                hit.excerpt(),
                List.of(
                        number,
                        departmentName(one(hit, CaseSearchKeys.DEPARTMENT)),
                        texts.say(locale, "window.case.state." + one(hit, CaseSearchKeys.STATE))));
    }

    private static String one(SearchHit hit, String facet) {
        return hit.facets().getOrDefault(facet, Set.of()).stream().findFirst().orElse("");
    }

    private String departmentName(String id) {
        return id.isEmpty() ? "" : names(List.of(id)).getOrDefault(id, id);
    }

    private Map<String, String> names(List<String> ids) {
        return departments.names(ids.stream().map(DepartmentId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    List<Colleague> colleagues(String text) {
        if (text.length() > LONGEST_NAME) {
            return List.of();
        }
        return staff.search(text, null, MOST_COLLEAGUES).stream()
                .map(member -> new Colleague(
                        member.name(),
                        departmentName(member.department().value()),
                        member.posts().stream().map(Post::name).collect(Collectors.joining("\u3001"))))
                .toList();
    }

    List<Filter> filters(Map<String, List<Count>> facets, FullTextForm form, Locale locale) {
        return FullTextController.FACETS.stream()
                .map(facet -> filter(facet, facets.getOrDefault(facet, List.of()), form, locale))
                .filter(filter -> !filter.options().isEmpty())
                .toList();
    }

    private Filter filter(String facet, List<Count> counts, FullTextForm form, Locale locale) {
        var names = facet.equals(CaseSearchKeys.DEPARTMENT)
                ? names(counts.stream().map(Count::value).toList())
                : Map.<String, String>of();
        var options = counts.stream()
                .map(count -> new Option(
                        count.value(),
                        text(facet, count.value(), names, locale),
                        count.documents(),
                        count.value().equals(form.chosen(facet))))
                .toList();
        return new Filter(facet, "window.full-text.filter." + facet, options);
    }

    private String text(String facet, String value, Map<String, String> names, Locale locale) {
        return switch (facet) {
            case "kind" -> texts.say(locale, "window.full-text.kind." + value);
            case CaseSearchKeys.STATE -> texts.say(locale, "window.case.state." + value);
            default -> names.getOrDefault(value, value);
        };
    }
}
