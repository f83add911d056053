package org.zhengtong.data.registers.web.opening;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a record of each register looks like, as an OpenAPI 3 document of schemas; others name them. */
@Controller
class OpenApiController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registers registers;

    OpenApiController(Registers registers) {
        this.registers = registers;
    }

    @GetMapping("/api/registers/openapi.json")
    ResponseEntity<byte[]> document() {
        var page = JSON.createObjectNode().put("openapi", "3.0.3");
        page.putObject("info")
                .put("title", "Registers")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Shapes of the registers' records. They are read under a grant through /api/sharing/v1, which leaves out"
                                + " or masks what the grant does not give, and where they are open and have a place through /ogc.");
        // Records are read through the doors of sharing and of OGC API Features, which describe themselves.
        page.putObject("paths");
        var schemas = page.putObject("components").putObject("schemas");
        registers.list().forEach(register -> schemas.set(schemaName(register), schema(register)));
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
}
