package org.zhengtong.data.registers.web.opening;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.data.registers.RegisterDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of OGC API Features beside the features themselves. */
final class OgcDocuments {

    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private static final String JSON_TYPE = "application/json";
    private static final String GEO_JSON = "application/geo+json";
    private static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String root;

    OgcDocuments(String root) {
        this.root = root;
    }

    private static void link(ArrayNode links, String href, String rel, String type, String title) {
        links.addObject().put("href", href).put("rel", rel).put("type", type).put("title", title);
    }

    ObjectNode landing() {
        var page = JSON.createObjectNode()
                .put("title", "Open registers with a geometry")
                .put("description", "Records of open registers as features (OGC API Features).");
        var links = page.putArray("links");
        link(links, root, "self", JSON_TYPE, "This document");
        link(links, root + "/api", "service-desc", OPEN_API, "The API definition");
        link(links, root + "/conformance", "conformance", JSON_TYPE, "Conformance classes");
        link(links, root + "/collections", "data", JSON_TYPE, "The collections");
        return page;
    }

    ObjectNode conformance() {
        var page = JSON.createObjectNode();
        page.putArray("conformsTo")
                .add("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core")
                .add("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30")
                .add("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson");
        return page;
    }

    ObjectNode collections(List<RegisterDefinition> registers) {
        var page = JSON.createObjectNode();
        link(page.putArray("links"), root + "/collections", "self", JSON_TYPE, "This document");
        var list = page.putArray("collections");
        registers.forEach(register -> list.add(collection(register)));
        return page;
    }

    ObjectNode collection(RegisterDefinition register) {
        var address = root + "/collections/" + register.code();
        var page = JSON.createObjectNode()
                .put("id", register.code().value())
                .put("title", register.title().chinese())
                .put("description", register.summary().chinese())
                .put("itemType", "feature");
        page.putArray("crs").add(CRS84);
        var extent = page.putObject("extent").putObject("spatial");
        extent.putArray("bbox").addArray().add(73).add(3).add(136).add(54);
        extent.put("crs", CRS84);
        var links = page.putArray("links");
        link(links, address, "self", JSON_TYPE, "This document");
        link(links, address + "/items", "items", GEO_JSON, register.title().chinese());
        return page;
    }

    /** The collection without its features; {@code next} goes on after this page. */
    ObjectNode items(RegisterDefinition register, @Nullable String query, @Nullable String next) {
        var address = root + "/collections/" + register.code() + "/items";
        var page = JSON.createObjectNode().put("type", "FeatureCollection");
        var links = page.putArray("links");
        link(links, query == null ? address : address + "?" + query, "self", GEO_JSON, "This page");
        link(
                links,
                root + "/collections/" + register.code(),
                "collection",
                JSON_TYPE,
                register.title().chinese());
        if (next != null) {
            var rest = query == null ? "" : query.replaceAll("(^|&)after=[^&]*", "");
            link(
                    links,
                    address + "?" + (rest.isEmpty() ? "" : rest + "&") + "after="
                            + UriUtils.encode(next, StandardCharsets.UTF_8),
                    "next",
                    GEO_JSON,
                    "The next page");
        }
        return page;
    }

    void linkItem(ObjectNode feature, RegisterDefinition register, String key) {
        var address = root + "/collections/" + register.code();
        var links = feature.putArray("links");
        link(
                links,
                address + "/items/" + UriUtils.encode(key, StandardCharsets.UTF_8),
                "self",
                GEO_JSON,
                "This feature");
        link(links, address, "collection", JSON_TYPE, register.title().chinese());
    }

    /** OpenAPI 3.0 of this interface (conformance class oas30). */
    ObjectNode api(Collection<RegisterDefinition> registers) {
        var page = JSON.createObjectNode().put("openapi", "3.0.3");
        page.putObject("info")
                .put("title", "OGC API Features of the open registers")
                .put("version", "1.0.0");
        page.putArray("servers").addObject().put("url", root);
        var paths = page.putObject("paths");
        operation(paths, "/", "landing", JSON_TYPE, List.of());
        operation(paths, "/conformance", "conformance", JSON_TYPE, List.of());
        operation(paths, "/collections", "collections", JSON_TYPE, List.of());
        registers.forEach(register -> {
            var address = "/collections/" + register.code();
            operation(paths, address, register.code() + "-collection", JSON_TYPE, List.of());
            operation(
                    paths, address + "/items", register.code() + "-items", GEO_JSON, List.of("bbox", "limit", "after"));
            operation(paths, address + "/items/{featureId}", register.code() + "-item", GEO_JSON, List.of("featureId"));
        });
        return page;
    }

    private static void operation(ObjectNode paths, String path, String id, String type, List<String> parameters) {
        var get = paths.putObject(path).putObject("get").put("operationId", id);
        if (!parameters.isEmpty()) {
            var list = get.putArray("parameters");
            parameters.forEach(name -> parameter(list, name));
        }
        get.putObject("responses")
                .putObject("200")
                .put("description", "OK")
                .putObject("content")
                .putObject(type)
                .putObject("schema")
                .put("type", "object");
    }

    private static void parameter(ArrayNode list, String name) {
        var path = name.equals("featureId");
        var parameter = list.addObject()
                .put("name", name)
                .put("in", path ? "path" : "query")
                .put("required", path);
        var schema = parameter.putObject("schema");
        switch (name) {
            case "bbox" -> {
                parameter.put("style", "form").put("explode", false);
                schema.put("type", "array")
                        .put("minItems", 4)
                        .put("maxItems", 6)
                        .putObject("items")
                        .put("type", "number");
            }
            case "limit" ->
                schema.put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", 1000)
                        .put("default", 10);
            default -> schema.put("type", "string");
        }
    }
}
