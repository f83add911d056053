package org.zhengtong.data.catalog.web.open;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogListing.Harvest;
import org.zhengtong.data.catalog.CatalogListing.HarvestSort;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogListing.Sort;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;

/** What each CKAN action answers, over open resources only. */
@Component
class CkanActions {
    private static final int MOST_ROWS = 1_000;
    private static final int PAGE = 1_000;
    private static final int MOST_ALL = 100_000;
    private static final int ITEM_DIGITS = 3;
    private static final Pattern MODIFIED = Pattern.compile("metadata_modified:\\[\\s*(\\S+)\\s+TO\\s+(\\S+?)\\s*]");
    private static final Pattern PART = Pattern.compile("([+-]?)(organization|groups):(\"[^\"]*\"|\\S+)");

    private final CatalogListing listing;
    private final OpenData data;
    private final CkanPackages packages;
    private final CatalogLists lists;

    CkanActions(CatalogListing listing, OpenData data, CkanPackages packages, CatalogLists lists) {
        this.listing = listing;
        this.data = data;
        this.lists = lists;
        this.packages = packages;
    }

    /** A parameter that says nothing. */
    static final class WrongParameter extends Exception {
        private static final long serialVersionUID = 1L;

        WrongParameter(String message) {
            super(message);
        }
    }

    /** An action that is not served. */
    static final class UnknownAction extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The result; empty when the thing asked for does not exist. */
    Optional<Object> run(String action, Map<String, String> params, String base) throws WrongParameter, UnknownAction {
        return switch (action) {
            case "status_show" -> Optional.of(status(base));
            case "package_list" -> Optional.of(packageList(params));
            case "package_search" -> Optional.of(packageSearch(params, base));
            case "package_show" -> packageShow(params.getOrDefault("id", ""), base);
            case "organization_list" -> Optional.of(organizations(params));
            case "organization_show" -> organization(params.getOrDefault("id", ""));
            case "group_list" -> Optional.of(groups());
            case "group_show" -> group(params.getOrDefault("id", ""));
            default -> throw new UnknownAction();
        };
    }

    private static Map<String, Object> status(String base) {
        return Map.of(
                "ckan_version",
                "2.10",
                "site_url",
                base,
                "site_title",
                "Zhengtong",
                "extensions",
                List.of(),
                "error_emails_to",
                "",
                "locale_default",
                "zh_CN");
    }

    private List<String> packageList(Map<String, String> params) throws WrongParameter {
        var from = number(params, "offset", 0);
        var most = number(params, "limit", MOST_ALL);
        return listing.harvest(Harvest.all(from, most)).resources().stream()
                .map(Resource::path)
                .toList();
    }

    private static int number(Map<String, String> params, String name, int otherwise) throws WrongParameter {
        var text = params.getOrDefault(name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new WrongParameter(name + ": Invalid integer");
        }
        return Integer.parseInt(text);
    }

    private Map<String, Object> packageSearch(Map<String, String> params, String base) throws WrongParameter {
        var start = number(params, "start", 0);
        var rows = Math.min(number(params, "rows", 10), MOST_ROWS);
        var words = params.getOrDefault("q", "").strip();
        var everything = words.isEmpty() || words.equals("*:*") || words.equals("*");
        var asked = harvest(params, start, rows);
        var found = everything ? listing.harvest(asked) : search(words, asked);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("count", found.total());
        answer.put("sort", params.getOrDefault("sort", ""));
        answer.put(
                "results",
                found.resources().stream().map(each -> packages.of(each, base)).toList());
        answer.put("facets", Map.of());
        answer.put("search_facets", Map.of());
        return answer;
    }

    private static Harvest harvest(Map<String, String> params, int start, int rows) throws WrongParameter {
        var written = params.getOrDefault("fq", "") + " " + params.getOrDefault("fq_list", "");
        var modified = MODIFIED.matcher(written);
        var dated = modified.find();
        var fields = new HashMap<String, String>();
        var parts = PART.matcher(written);
        while (parts.find()) {
            var name = parts.group(1).equals("-") ? "-" + parts.group(2) : parts.group(2);
            fields.put(name, parts.group(3).replace("\"", ""));
        }
        if (fields.containsKey("-groups")) {
            throw new WrongParameter("fq: groups can only be asked for");
        }
        return new Harvest(
                dated ? instant(modified.group(1)).orElse(null) : null,
                dated ? instant(modified.group(2)).orElse(null) : null,
                fields.getOrDefault("organization", ""),
                fields.getOrDefault("-organization", ""),
                fields.getOrDefault("groups", ""),
                sort(params.getOrDefault("sort", "")),
                start,
                rows);
    }

    private static HarvestSort sort(String written) throws WrongParameter {
        var parts = written.strip().split("[\\s,]+");
        var down = parts.length > 1 && parts[1].equalsIgnoreCase("desc");
        return switch (parts[0]) {
            case "id", "name" -> down ? HarvestSort.ID_DESC : HarvestSort.ID;
            case "title_string", "title" -> down ? HarvestSort.TITLE_DESC : HarvestSort.TITLE;
            case "metadata_created" -> down ? HarvestSort.CREATED_DESC : HarvestSort.CREATED;
            case "metadata_modified" -> down ? HarvestSort.CHANGED_DESC : HarvestSort.CHANGED;
            case "", "score", "relevance" -> HarvestSort.CHANGED_DESC;
            default -> throw new WrongParameter("sort: Cannot sort by field " + parts[0]);
        };
    }

    /** The best of what holds the words, narrowed by what was asked besides. */
    private CatalogListing.Found search(String words, Harvest asked) {
        var filters = asked.classItem().isEmpty() ? Map.<String, String>of() : Map.of("class_item", asked.classItem());
        var found = new ArrayList<Resource>();
        var after = "";
        do {
            var page = listing.search(new Query(words, filters, Sort.CHANGED, false, after, PAGE), null);
            page.resources().stream().filter(each -> fits(each, asked)).forEach(found::add);
            after = page.next() == null ? "" : page.next();
        } while (!after.isEmpty());
        var shown = found.stream().skip(asked.start()).limit(asked.most()).toList();
        return new CatalogListing.Found(shown, found.size(), false, Map.of(), null);
    }

    private static boolean fits(Resource each, Harvest asked) {
        var provider = each.metadata().provider();
        var id = CatalogListing.organizationId(provider);
        return (asked.from() == null || !each.changedAt().isBefore(asked.from()))
                && (asked.until() == null || !each.changedAt().isAfter(asked.until()))
                && (asked.organization().isEmpty()
                        || asked.organization().equals(id)
                        || asked.organization().equals(provider.name()))
                && !asked.excluded().equals(id)
                && (asked.excluded().isEmpty() || !asked.excluded().equals(provider.name()));
    }

    private static Optional<Instant> instant(String text) throws WrongParameter {
        if (text.equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException wrong) {
            throw new WrongParameter("fq: Invalid date " + text);
        }
    }

    private Optional<Object> packageShow(String id, String base) {
        try {
            return Optional.of(packages.of(data.require(id), base));
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    private List<?> organizations(Map<String, String> params) {
        var found = new LinkedHashMap<String, CatalogListing.Coverage>();
        listing.openProviders().forEach(each -> found.put(each.division(), each));
        if (!"true".equalsIgnoreCase(params.getOrDefault("all_fields", ""))) {
            return List.copyOf(found.keySet());
        }
        return found.values().stream()
                .map(each -> CkanPackages.organization(each.division(), each.provider(), each.open()))
                .toList();
    }

    private Optional<Object> organization(String id) {
        return listing.openProviders().stream()
                .filter(each -> each.division().equals(id) || each.provider().equals(id))
                .findFirst()
                .map(each -> CkanPackages.organization(each.division(), each.provider(), each.open()));
    }

    private List<String> groups() {
        return lists.entries(CatalogLists.CLASS).stream()
                .map(CatalogLists.Entry::code)
                .filter(code -> code.length() == ITEM_DIGITS)
                .filter(code -> count(code) > 0)
                .toList();
    }

    private long count(String item) {
        return listing.harvest(new Harvest(null, null, "", "", item, HarvestSort.ID, 0, 0))
                .total();
    }

    private Optional<Object> group(String id) {
        var known = id.matches("\\d{3}") && count(id) > 0;
        return known ? Optional.of(packages.group(id, count(id))) : Optional.empty();
    }
}
