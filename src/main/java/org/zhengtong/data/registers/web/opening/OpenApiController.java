package org.zhengtong.data.registers.web.opening;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The registers' read API as an OpenAPI 3 document: what a record of each looks like, and where it is asked for. */
@Controller
class OpenApiController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registers registers;
    private final NodeMode mode;

    OpenApiController(Registers registers, NodeMode mode) {
        this.registers = registers;
        this.mode = mode;
    }

    @GetMapping("/api/registers/openapi.json")
    ResponseEntity<byte[]> document() {
        var page = JSON.createObjectNode().put("openapi", "3.0.3");
        page.putObject("info")
                .put("title", "Registers")
                .put("version", "1.0.0")
                .put("description", "Records of the registers, as a grant shows them: items left out are not given.");
        page.putArray("servers").addObject().put("url", mode.publicUrl() + "/api/registers");
        var paths = page.putObject("paths");
        var components = page.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("grant")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Token of a connected system; the grant is named by the query.");
        var schemas = components.putObject("schemas");
        registers.list().forEach(register -> {
            schemas.set(schemaName(register), schema(register));
            paths(paths, register);
        });
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(page));
    }

    private static String schemaName(RegisterDefinition register) {
        var name = new StringBuilder();
        for (var part : register.code().value().split("-")) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }

    private static ObjectNode schema(RegisterDefinition register) {
        var schema = JSON.createObjectNode()
                .put("type", "object")
                .put("title", register.title().chinese());
        var properties = schema.putObject("properties");
        register.items()
                .values()
                .forEach(item -> item(properties.putObject(item.name().value()), item));
        return schema;
    }

    private static void item(ObjectNode node, RegisterItem item) {
        node.put("title", item.title().chinese());
        switch (item.type()) {
            case TEXT, CHOICE -> node.put("type", "string");
            case DATE -> node.put("type", "string").put("format", "date");
            case WHOLE -> node.put("type", "integer").put("format", "int64");
            case DECIMAL -> node.put("type", "number");
            case YES_NO -> node.put("type", "boolean");
            case GEOMETRY -> node.put("type", "object").put("description", "GeoJSON geometry, CRS84");
        }
        if (item.type() == ItemType.CHOICE) {
            var codes = node.putArray("enum");
            item.codes().forEach(code -> codes.add(code.value()));
        }
        if (item.type() == ItemType.TEXT && item.rules().pattern() != null) {
            node.put("pattern", item.rules().pattern());
        }
    }

    private static void paths(ObjectNode paths, RegisterDefinition register) {
        var get = paths.putObject("/" + register.code() + "/records/{key}").putObject("get");
        get.put("operationId", register.code() + "-by-key")
                .put("summary", register.title().chinese());
        get.putArray("security").addObject().putArray("grant");
        var parameters = get.putArray("parameters");
        parameter(parameters.addObject(), "key", "path", true, "string");
        parameter(parameters.addObject(), "grant", "query", true, "string");
        parameter(parameters.addObject(), "purpose", "query", true, "string");
        parameter(parameters.addObject(), "validOn", "query", false, "date");
        var responses = get.putObject("responses");
        responses
                .putObject("200")
                .put("description", "The record")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schemaName(register));
        responses.putObject("403").put("description", "No grant gives this");
        responses.putObject("404").put("description", "No such record");
    }

    private static void parameter(ObjectNode parameter, String name, String in, boolean required, String type) {
        var schema = parameter
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .putObject("schema");
        schema.put("type", "string");
        if (type.equals("date")) {
            schema.put("format", "date");
        }
    }
}
