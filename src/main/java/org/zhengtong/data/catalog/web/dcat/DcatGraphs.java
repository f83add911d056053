package org.zhengtong.data.catalog.web.dcat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;

/** Open resources in the words of DCAT-AP 3.0. */
@Component
class DcatGraphs {
    private static final String ZH = "zh";
    private static final String CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO";
    private static final String FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/";
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final Map<String, String> FREQUENCIES = Map.of(
            "realtime", "UPDATE_CONT",
            "day", "DAILY",
            "week", "WEEKLY",
            "month", "MONTHLY",
            "quarter", "QUARTERLY",
            "half-year", "ANNUAL_2",
            "year", "ANNUAL",
            "ondemand", "IRREG");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "xml", "application/xml",
            "rdf", "application/rdf+xml",
            "xls", "application/vnd.ms-excel",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OpenData data;
    private final CatalogLists lists;
    private final NodeMode mode;

    DcatGraphs(OpenData data, CatalogLists lists, NodeMode mode) {
        this.data = data;
        this.lists = lists;
        this.mode = mode;
    }

    /** One dataset with its publisher and distributions. */
    Graph dataset(Resource resource, String base) {
        var graph = new Graph();
        describe(graph, resource, base);
        return graph;
    }

    /** A page of the catalog: the catalog itself with the datasets of this page. */
    Graph catalog(List<Resource> resources, String base, Page page) {
        var graph = new Graph();
        var catalog = base + "/open-data";
        var publisher = base + "/#publisher";
        graph.type(catalog, "dcat:Catalog")
                .text(catalog, "dct:title", mode.siteName() + " 公共数据开放", ZH)
                .text(catalog, "dct:description", mode.siteName() + " 公共数据开放目录", ZH)
                .link(catalog, "dct:publisher", publisher)
                .link(catalog, "foaf:homepage", base + "/")
                .link(catalog, "dct:language", CHINESE);
        graph.type(base + "/", "foaf:Document").type(CHINESE, "dct:LinguisticSystem");
        agent(graph, publisher, mode.siteName());
        resources.forEach(each -> {
            graph.link(catalog, "dcat:dataset", address(each, base));
            describe(graph, each, base);
        });
        page.describe(graph);
        return graph;
    }

    /** Where a page stands among all of them (Hydra). */
    record Page(String address, int number, int most, long total) {

        private int last() {
            return (int) Math.max(1, (total + most - 1) / most);
        }

        private String at(int page) {
            return address + "?page=" + page;
        }

        private void describe(Graph graph) {
            var self = at(number);
            graph.type(self, "hydra:PagedCollection")
                    .typed(self, "hydra:totalItems", String.valueOf(total), "xsd:integer")
                    .typed(self, "hydra:itemsPerPage", String.valueOf(most), "xsd:integer")
                    .link(self, "hydra:firstPage", at(1))
                    .link(self, "hydra:lastPage", at(last()));
            if (number < last()) {
                graph.link(self, "hydra:nextPage", at(number + 1));
            }
            if (number > 1) {
                graph.link(self, "hydra:previousPage", at(number - 1));
            }
        }
    }

    private static String address(Resource resource, String base) {
        return base + "/dataset/" + resource.path();
    }

    private void describe(Graph graph, Resource resource, String base) {
        var sheet = resource.metadata();
        var self = address(resource, base);
        var page = base + "/open-data/" + resource.path();
        graph.type(self, "dcat:Dataset")
                .text(self, "dct:title", sheet.name(), ZH)
                .text(self, "dct:description", sheet.summary().isBlank() ? sheet.name() : sheet.summary(), ZH)
                .text(self, "dct:identifier", resource.code().value(), "")
                .typed(self, "dct:issued", time(resource.publishedAt()), "xsd:dateTime")
                .typed(self, "dct:modified", time(resource.changedAt()), "xsd:dateTime")
                .link(self, "dcat:landingPage", page);
        graph.type(page, "foaf:Document");
        for (var word : sheet.supplement().keywords().split("[\\s、]+", -1)) {
            graph.text(self, "dcat:keyword", word, ZH);
        }
        publisher(graph, resource, self, base);
        theme(graph, resource, self, base);
        frequency(graph, sheet.updateCycle(), self);
        place(graph, sheet.supplement().division(), self, base);
        distributions(graph, resource, self, base);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void agent(Graph graph, String self, String name) {
        graph.type(self, "foaf:Agent").text(self, "foaf:name", name, ZH);
    }

    private static void publisher(Graph graph, Resource resource, String self, String base) {
        var provider = resource.metadata().provider();
        var id = provider.department() == null
                ? provider.name()
                : provider.department().value();
        var agent = base + "/open-data/publishers/"
                + UriUtils.encodePathSegment(id, java.nio.charset.StandardCharsets.UTF_8);
        graph.link(self, "dct:publisher", agent);
        agent(graph, agent, provider.name());
    }

    private void theme(Graph graph, Resource resource, String self, String base) {
        var item = resource.code().item();
        var theme = base + "/open-data/themes/" + item;
        var scheme = base + "/open-data/themes";
        graph.link(self, "dcat:theme", theme)
                .type(theme, "skos:Concept")
                .text(
                        theme,
                        "skos:prefLabel",
                        lists.name(CatalogLists.CLASS, item, java.util.Locale.SIMPLIFIED_CHINESE),
                        ZH)
                .link(theme, "skos:inScheme", scheme)
                .type(scheme, "skos:ConceptScheme")
                .text(scheme, "dct:title", "政务信息资源分类", ZH);
    }

    private static void frequency(Graph graph, String cycle, String self) {
        var frequency = FREQUENCIES.get(cycle);
        if (frequency != null) {
            graph.link(self, "dct:accrualPeriodicity", FREQUENCY + frequency)
                    .type(FREQUENCY + frequency, "dct:Frequency");
        }
    }

    private static void place(Graph graph, String division, String self, String base) {
        if (!division.isBlank()) {
            var place = base + "/open-data/places/" + division;
            graph.link(self, "dct:spatial", place)
                    .type(place, "dct:Location")
                    .text(place, "dct:identifier", division, "");
        }
    }

    private void distributions(Graph graph, Resource resource, String self, String base) {
        var page = base + "/open-data/" + resource.path();
        if (data.table(resource).isPresent()) {
            for (var format : List.of("csv", "json", "xlsx")) {
                var distribution = self + "#" + format;
                var file = page + "/rows." + format;
                distribution(graph, self, distribution, file, format);
                graph.link(distribution, "dcat:downloadURL", file)
                        .text(distribution, "dct:title", resource.metadata().name(), ZH);
            }
        }
        var source = resource.metadata().supplement().sourceUrl();
        var access = source.startsWith("https://") ? source : page;
        for (var each : data.distributions(resource)) {
            var distribution = self + "#" + UriUtils.encodeFragment(each.id(), java.nio.charset.StandardCharsets.UTF_8);
            distribution(graph, self, distribution, access, each.format());
            graph.text(distribution, "dct:title", each.name(), ZH);
            if (each.updatedAt() != null) {
                graph.typed(distribution, "dct:modified", time(each.updatedAt()), "xsd:dateTime");
            }
            if (each.bytes() != null) {
                graph.typed(distribution, "dcat:byteSize", String.valueOf(each.bytes()), "xsd:nonNegativeInteger");
            }
        }
    }

    private static void distribution(Graph graph, String dataset, String self, String access, String format) {
        graph.link(dataset, "dcat:distribution", self)
                .type(self, "dcat:Distribution")
                .link(self, "dcat:accessURL", access);
        var media = MEDIA_TYPES.get(format);
        if (media != null) {
            var type = FILE_TYPE + format.toUpperCase(java.util.Locale.ROOT);
            graph.link(self, "dcat:mediaType", MEDIA_TYPE + media)
                    .type(MEDIA_TYPE + media, "dct:MediaType")
                    .link(self, "dct:format", type)
                    .type(type, "dct:MediaTypeOrExtent");
        }
    }
}
