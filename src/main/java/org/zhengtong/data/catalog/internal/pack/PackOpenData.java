package org.zhengtong.data.catalog.internal.pack;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.data.catalog.OpenData.Distribution;
import org.zhengtong.data.catalog.Opening;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceMetadata.Supplement;
import org.zhengtong.data.catalog.Sharing;
import org.zhengtong.data.catalog.SharingType;

/** Lists of an open-data portal as they were taken from it: resources, files, services, and rows where they were saved. */
final class PackOpenData {
    private static final String FOLDER = "catalog/open-data/";

    private final PackReader pack;
    private final PackErrors errors;
    private final Function<String, Provider> providers;

    PackOpenData(PackReader pack, PackErrors errors, Function<String, Provider> providers) {
        this.pack = pack;
        this.errors = errors;
        this.providers = providers;
    }

    /** A resource as the portal lists it. */
    record Portal(
            ResourceCode code,
            ResourceMetadata metadata,
            LocalDate publishedOn,
            LocalDate changedOn,
            List<Distribution> distributions) {}

    List<Portal> read() {
        var distributions = distributions();
        var found = new ArrayList<Portal>();
        pack.find(FOLDER + "catalog.csv")
                .ifPresent(file -> file.eachRow(errors, row -> {
                    var code = row.require("code", ResourceCode::new, errors);
                    var id = row.require("catalog_id", errors);
                    var published = row.require("published_at", LocalDate::parse, errors);
                    var changed = row.require("updated_at", LocalDate::parse, errors);
                    if (code.isPresent() && id.isPresent() && published.isPresent() && changed.isPresent()) {
                        found.add(new Portal(
                                code.get(),
                                sheet(row, code.get(), published.get()),
                                published.get(),
                                changed.get(),
                                distributions.getOrDefault(id.get(), List.of())));
                    }
                }));
        return found;
    }

    /** The portal opens all of it; what it does not say of a resource stays empty and shows as a finding. */
    private ResourceMetadata sheet(PackRow row, ResourceCode code, LocalDate published) {
        return new ResourceMetadata(
                code.classCode(),
                row.text("catalog_name"),
                providers.apply(row.text("source_department")),
                "",
                row.text("open_formats").contains("csv") ? "sheet.csv" : "",
                List.of(),
                new Sharing(SharingType.UNCONDITIONAL, "", List.of("platform-file"), ""),
                new Opening(Openness.UNCONDITIONAL, ""),
                "",
                published,
                List.of(),
                new Supplement(
                        row.text("division"),
                        row.text("domain"),
                        "",
                        "",
                        row.text("catalog_id"),
                        row.find("record_count", Long::valueOf, errors).orElse(null),
                        row.text("source_url"),
                        new TreeMap<>()));
    }

    private Map<String, List<Distribution>> distributions() {
        var all = new LinkedHashMap<String, List<Distribution>>();
        pack.find(FOLDER + "services.csv").ifPresent(file -> file.eachRow(errors, row -> add(all, row, service(row))));
        pack.find(FOLDER + "files.csv").ifPresent(file -> file.eachRow(errors, row -> add(all, row, file(row))));
        return all;
    }

    private static void add(Map<String, List<Distribution>> all, PackRow row, Distribution distribution) {
        all.computeIfAbsent(row.text("catalog_id"), _ -> new ArrayList<>()).add(distribution);
    }

    private Distribution service(PackRow row) {
        return new Distribution(
                row.text("service_id"),
                Distribution.Kind.SERVICE,
                row.text("service_name"),
                "api",
                null,
                null,
                row.text("context"),
                row.find("updated_at", OffsetDateTime::parse, errors)
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private Distribution file(PackRow row) {
        return new Distribution(
                row.text("file_id"),
                Distribution.Kind.FILE,
                row.text("resource_name"),
                row.text("format"),
                row.find("data_count", Long::valueOf, errors).orElse(null),
                row.find("file_size", Long::valueOf, errors).orElse(null),
                "",
                row.find("updated_at", OffsetDateTime::parse, errors)
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    /** The rows saved of a resource, the heads first; empty when there are none. */
    List<List<String>> table(String externalId) {
        var rows = new ArrayList<List<String>>();
        pack.find(FOLDER + "tables/" + externalId + ".csv")
                .ifPresent(file -> file.eachRow(errors, row -> {
                    if (rows.isEmpty()) {
                        rows.add(row.columns().entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .toList());
                    }
                    rows.add(row.values());
                }));
        return rows;
    }
}
