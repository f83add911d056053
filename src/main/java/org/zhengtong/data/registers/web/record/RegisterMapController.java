package org.zhengtong.data.registers.web.record;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.web.Features;
import org.zhengtong.data.registers.web.RegisterDesk;
import tools.jackson.databind.json.JsonMapper;

/** Records of a register with a geometry, on a map and as the list beside it. */
@Controller
@RequestMapping("/staff/registers/{code}")
class RegisterMapController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 2_000;
    private static final int LISTED = 25;

    private final RegisterDesk desk;
    private final RegisterReading reading;

    RegisterMapController(RegisterDesk desk, RegisterReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    @GetMapping("/map")
    String map(
            @PathVariable String code, @RequestParam(defaultValue = "") String after, CurrentUser user, Model model) {
        var register = desk.open(code, user);
        if (register.facts().geometry() == null) {
            throw new ProblemException(RegistersProblem.RECORD_NOT_FOUND);
        }
        var permit = desk.permits().masked(user, register);
        var found =
                reading.search(RecordQuery.all(register.code(), LISTED).after(after.isEmpty() ? null : after), permit);
        model.addAttribute(
                "page",
                new MapPage(
                        register,
                        found.records().stream()
                                .map(record -> new RecordsPage.Line(record, desk.link(register.code(), record.key())))
                                .toList(),
                        after.isEmpty() ? null : "/staff/registers/" + code + "/map",
                        found.next() == null ? null : "/staff/registers/" + code + "/map?after=" + found.next()));
        return "registers/map";
    }

    /** What lies in a box, each feature with the address of its record. */
    @GetMapping("/map.geojson")
    ResponseEntity<byte[]> features(
            @PathVariable String code, @RequestParam(defaultValue = "") String bbox, CurrentUser user) {
        var register = desk.open(code, user);
        var permit = desk.permits().masked(user, register);
        var query = RecordQuery.all(register.code(), MOST).within(box(bbox));
        var items = register.items().values().stream()
                .filter(item -> permit.items().contains(item.name()))
                .filter(item -> item.name().equals(register.facts().geometry())
                        || item.name().equals(register.facts().label()))
                .toList();
        var collection = JSON.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        reading.search(query, permit).records().forEach(record -> {
            var feature = Features.of(items, record);
            feature.withObjectProperty("properties")
                    .put("name", record.text(register.facts().label()))
                    .put("href", desk.link(register.code(), record.key()));
            features.add(feature);
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .body(JSON.writeValueAsBytes(collection));
    }

    private static @org.jspecify.annotations.Nullable GeoBox box(String text) {
        try {
            var numbers = text.split(",");
            return numbers.length == 4
                    ? new GeoBox(
                            Double.parseDouble(numbers[0]),
                            Double.parseDouble(numbers[1]),
                            Double.parseDouble(numbers[2]),
                            Double.parseDouble(numbers[3]))
                    : null;
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(RegistersProblem.NOT_A_QUERY, "bbox");
        }
    }
}
