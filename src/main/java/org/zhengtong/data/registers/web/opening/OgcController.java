package org.zhengtong.data.registers.web.opening;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.reading.OwnPermits;
import org.zhengtong.data.registers.web.Features;
import org.zhengtong.data.registers.web.RegisterDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OGC API Features 1.0 core (OGC 17-069r4) over the open registers with a geometry, in GeoJSON and CRS84. */
@Controller
@RequestMapping("/ogc")
class OgcController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final MediaType OPEN_API = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");
    private static final int USUAL = 10;
    private static final int MOST = 1_000;
    private static final Set<String> KNOWN = Set.of("bbox", "bbox-crs", "crs", "limit", "datetime", "after", "f");

    private final Registers registers;
    private final RegisterReading reading;
    private final OgcDocuments documents;
    private final Clock clock;

    OgcController(Registers registers, RegisterReading reading, NodeMode mode, Clock clock) {
        this.registers = registers;
        this.reading = reading;
        this.documents = new OgcDocuments(mode.publicUrl() + "/ogc");
        this.clock = clock;
    }

    private List<RegisterDefinition> open() {
        return registers.list().stream()
                .filter(each -> each.facts().open() && each.facts().geometry() != null)
                .toList();
    }

    private RegisterDefinition require(String id) {
        return open().stream()
                .filter(each -> each.code().equals(RegisterDesk.code(id)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, id));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, JsonNode document) {
        return ResponseEntity.ok().contentType(type).body(JSON.writeValueAsBytes(document));
    }

    @GetMapping
    ResponseEntity<byte[]> landing() {
        return answer(MediaType.APPLICATION_JSON, documents.landing());
    }

    @GetMapping("/conformance")
    ResponseEntity<byte[]> conformance() {
        return answer(MediaType.APPLICATION_JSON, documents.conformance());
    }

    @GetMapping("/api")
    ResponseEntity<byte[]> api() {
        return answer(OPEN_API, documents.api(open()));
    }

    @GetMapping("/collections")
    ResponseEntity<byte[]> collections() {
        return answer(MediaType.APPLICATION_JSON, documents.collections(open()));
    }

    @GetMapping("/collections/{id}")
    ResponseEntity<byte[]> collection(@PathVariable String id) {
        return answer(MediaType.APPLICATION_JSON, documents.collection(require(id)));
    }

    @GetMapping("/collections/{id}/items")
    ResponseEntity<byte[]> items(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String bbox,
            @RequestParam(defaultValue = "" + USUAL) int limit,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var register = require(id);
        var conditions = new ItemFilters(register).of(request.getParameterMap(), KNOWN);
        if (limit < 1) {
            throw new ProblemException(RegistersProblem.NOT_A_QUERY, "limit");
        }
        var query = RecordQuery.all(register.code(), Math.min(limit, MOST))
                .with(conditions)
                .within(ItemFilters.box(bbox))
                .after(after.isEmpty() ? null : after);
        var permit = OwnPermits.open(register, "ogc");
        var found = reading.search(query, permit);
        var collection = documents.items(register, request.getQueryString(), found.next());
        collection.put("timeStamp", clock.instant().toString());
        collection.put("numberReturned", found.records().size());
        var features = collection.putArray("features");
        var items = List.copyOf(register.items().values()).stream()
                .filter(item -> permit.items().contains(item.name()))
                .toList();
        found.records()
                .forEach(record -> features.add(
                        Features.of(items, record).put("id", record.key().value())));
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .header("Content-Crs", "<" + OgcDocuments.CRS84 + ">")
                .body(JSON.writeValueAsBytes(collection));
    }

    @GetMapping("/collections/{id}/items/{feature}")
    ResponseEntity<byte[]> item(@PathVariable String id, @PathVariable String feature) {
        var register = require(id);
        var permit = OwnPermits.open(register, "ogc");
        var record = RecordKey.of(feature)
                .flatMap(key -> reading.byKey(register.code(), key, permit))
                .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        var items = register.items().values().stream()
                .filter(item -> permit.items().contains(item.name()))
                .toList();
        var document = Features.of(items, record).put("id", feature);
        documents.linkItem(document, register, feature);
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .header("Content-Crs", "<" + OgcDocuments.CRS84 + ">")
                .body(JSON.writeValueAsBytes(document));
    }
}
