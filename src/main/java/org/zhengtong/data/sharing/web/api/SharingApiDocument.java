package org.zhengtong.data.sharing.web.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.ui.NodeMode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The interface for systems as an OpenAPI 3 document. */
@Controller
class SharingApiDocument {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final NodeMode mode;

    SharingApiDocument(NodeMode mode) {
        this.mode = mode;
    }

    @GetMapping("/api/sharing/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        var page = JSON.createObjectNode().put("openapi", "3.0.3");
        page.putObject("info")
                .put("title", "Shared data")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Reads what a grant gives. Every call states its purpose, counts against the grant's calls of the day and"
                                + " is logged before it is answered.");
        page.putArray("servers").addObject().put("url", mode.publicUrl() + "/api/sharing/v1");
        page.putArray("security").addObject().putArray("system");
        paths(page.putObject("paths"));
        var components = page.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("system")
                .put("type", "http")
                .put("scheme", "basic")
                .put(
                        "description",
                        "Client id and secret of a connected system that is bound to the grant's department.");
        schemas(components.putObject("schemas"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(page));
    }

    private static void paths(ObjectNode paths) {
        var record = get(paths, "/grants/{grant}/record", "record", "One record by its key", "Record");
        parameter(
                record, "Record-Key", "header", true, "string", "Key of the record; letters beyond ASCII in percents");
        var records = get(paths, "/grants/{grant}/records", "records", "Records by the beginning of a name", "Records");
        parameter(records, "text", "query", false, "string", "Beginning of one of the register's search items");
        parameter(records, "after", "query", false, "string", "The value of next of the page before");
        parameter(records, "limit", "query", false, "integer", "Most records of a page, 1 to 100");
        var changes = get(paths, "/grants/{grant}/changes", "changes", "Records that changed, in order", "Changes");
        parameter(changes, "after", "query", false, "integer", "The value of position of the page before; 0 for all");
        parameter(changes, "limit", "query", false, "integer", "Most records, 1 to 1000");
        var corrections = get(
                paths,
                "/grants/{grant}/corrections",
                "corrections",
                "Values that were found wrong after they had been given",
                "Corrections");
        parameter(corrections, "after", "query", false, "integer", "The value of position of the page before");
    }

    private static ArrayNode get(ObjectNode paths, String path, String id, String summary, String schema) {
        var get = paths.putObject(path).putObject("get").put("operationId", id).put("summary", summary);
        var parameters = get.putArray("parameters");
        parameter(parameters, "grant", "path", true, "string", "Number of the grant");
        parameter(parameters, "purpose", "query", false, "string", "What this call is for; or the header Purpose");
        parameter(parameters, "Purpose", "header", false, "string", "What this call is for, in percents");
        parameter(parameters, "signed", "query", false, "boolean", "Whether the body is signed by the node (headers)");
        var responses = get.putObject("responses");
        responses
                .putObject("200")
                .put("description", summary)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
        responses.putObject("400").put("description", "The purpose is missing");
        responses.putObject("401").put("description", "Unknown system");
        responses.putObject("403").put("description", "The grant does not allow it, or not any more");
        responses.putObject("404").put("description", "No such grant or record");
        responses.putObject("429").put("description", "The calls of the day are used up");
        return parameters;
    }

    private static void parameter(
            ArrayNode parameters, String name, String in, boolean required, String type, String description) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .put("description", description)
                .putObject("schema")
                .put("type", type);
    }

    private static void schemas(ObjectNode schemas) {
        var record = object(schemas, "Record");
        record.putObject("values")
                .put("type", "object")
                .put("description", "By item, masked where the grant says so; items that are not given are left out")
                .put("additionalProperties", true);
        record.putObject("validFrom").put("type", "string").put("format", "date");
        record.putObject("validTo").put("type", "string").put("format", "date");
        record.putObject("recordedAt").put("type", "string").put("format", "date-time");
        record.putObject("position").put("type", "integer").put("format", "int64");
        record.putObject("underCheck").put("type", "array").putObject("items").put("type", "string");
        list(object(schemas, "Records"), "records", "Record")
                .putObject("next")
                .put("type", "string")
                .put("nullable", true);
        list(object(schemas, "Changes"), "changes", "Record")
                .putObject("position")
                .put("type", "integer")
                .put("format", "int64");
        var correction = object(schemas, "Correction");
        correction.putObject("id").put("type", "integer").put("format", "int64");
        correction.putObject("key").put("type", "string");
        correction.putObject("item").put("type", "string");
        correction.putObject("at").put("type", "string").put("format", "date-time");
        list(object(schemas, "Corrections"), "corrections", "Correction")
                .putObject("position")
                .put("type", "integer")
                .put("format", "int64");
    }

    private static ObjectNode object(ObjectNode schemas, String name) {
        return schemas.putObject(name).put("type", "object").putObject("properties");
    }

    private static ObjectNode list(ObjectNode properties, String name, String of) {
        properties.putObject(name).put("type", "array").putObject("items").put("$ref", "#/components/schemas/" + of);
        return properties;
    }
}
