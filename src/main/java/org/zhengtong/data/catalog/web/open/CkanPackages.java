package org.zhengtong.data.catalog.web.open;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.OpenData.Distribution;
import org.zhengtong.data.catalog.Resource;

/** Resources as CKAN describes packages, organizations and groups. */
@Component
class CkanPackages {
    private static final List<String> STORED_FORMATS = List.of("csv", "json", "xlsx");

    private final OpenData data;
    private final CatalogLists lists;

    CkanPackages(OpenData data, CatalogLists lists) {
        this.data = data;
        this.lists = lists;
    }

    private static List<String> tags(Resource resource) {
        return Arrays.stream(resource.metadata().supplement().keywords().split("[\\s、]+"))
                .filter(tag -> !tag.isBlank())
                .toList();
    }

    Map<String, Object> of(Resource resource, String base) {
        var sheet = resource.metadata();
        var described = new LinkedHashMap<String, Object>();
        described.put("id", resource.path());
        described.put("name", resource.path());
        described.put("title", sheet.name());
        described.put("notes", sheet.summary());
        described.put("url", base + "/open-data/" + resource.path());
        described.put("type", "dataset");
        described.put("state", "active");
        described.put("private", false);
        described.put("isopen", true);
        described.put("metadata_created", time(resource.publishedAt()));
        described.put("metadata_modified", time(resource.changedAt()));
        described.put("version", String.valueOf(resource.version()));
        described.put(
                "owner_org", CatalogListing.organizationId(resource.metadata().provider()));
        described.put(
                "organization",
                organization(
                        CatalogListing.organizationId(sheet.provider()),
                        sheet.provider().name(),
                        0));
        described.put("groups", List.of(group(resource.code().item(), 0)));
        described.put(
                "tags",
                tags(resource).stream()
                        .map(tag -> Map.of("name", tag, "display_name", tag, "state", "active"))
                        .toList());
        described.put("num_tags", tags(resource).size());
        var resources = resources(resource, base);
        described.put("resources", resources);
        described.put("num_resources", resources.size());
        described.put("extras", extras(resource));
        return described;
    }

    private static List<Map<String, String>> extras(Resource resource) {
        return List.of(
                Map.of("key", "resource_code", "value", resource.code().value()),
                Map.of("key", "update_cycle", "value", resource.metadata().updateCycle()));
    }

    /** Without a zone, in UTC, as CKAN writes times. */
    private static String time(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }

    private List<Map<String, Object>> resources(Resource resource, String base) {
        var found = new ArrayList<Map<String, Object>>();
        if (data.table(resource).isPresent()) {
            for (var format : STORED_FORMATS) {
                found.add(described(
                        resource,
                        resource.path() + "-" + format,
                        resource.metadata().name() + "." + format,
                        format,
                        base + "/open-data/" + resource.path() + "/rows." + format));
            }
        }
        for (var each : data.distributions(resource)) {
            found.add(described(resource, each.id(), each.name(), each.format(), address(resource, each, base)));
        }
        return found;
    }

    private static String address(Resource resource, Distribution each, String base) {
        var source = resource.metadata().supplement().sourceUrl();
        return source.isEmpty() ? base + "/open-data/" + resource.path() : source + "#" + each.id();
    }

    private static Map<String, Object> described(Resource resource, String id, String name, String format, String url) {
        var described = new LinkedHashMap<String, Object>();
        described.put("id", id);
        described.put("package_id", resource.path());
        described.put("name", name);
        described.put("format", format.toUpperCase(Locale.ROOT));
        described.put("url", url);
        described.put("state", "active");
        return described;
    }

    static Map<String, Object> organization(String id, String title, long packages) {
        var described = new LinkedHashMap<String, Object>();
        described.put("id", id);
        described.put("name", id);
        described.put("title", title);
        described.put("display_name", title);
        described.put("is_organization", true);
        described.put("type", "organization");
        described.put("state", "active");
        if (packages > 0) {
            described.put("package_count", packages);
        }
        return described;
    }

    Map<String, Object> group(String item, long packages) {
        var described = new LinkedHashMap<String, Object>();
        var title = lists.name(CatalogLists.CLASS, item, Locale.SIMPLIFIED_CHINESE);
        described.put("id", item);
        described.put("name", item);
        described.put("title", title);
        described.put("display_name", title);
        described.put("type", "group");
        if (packages > 0) {
            described.put("package_count", packages);
        }
        return described;
    }
}
