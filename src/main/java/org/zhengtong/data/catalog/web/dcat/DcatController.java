package org.zhengtong.data.catalog.web.dcat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogListing.Harvest;
import org.zhengtong.data.catalog.OpenData;

/** The open catalog and each dataset as linked data. */
@Controller
class DcatController {
    private static final int PAGE = 100;

    private final CatalogListing listing;
    private final OpenData data;
    private final DcatGraphs graphs;

    DcatController(CatalogListing listing, OpenData data, DcatGraphs graphs) {
        this.listing = listing;
        this.data = data;
        this.graphs = graphs;
    }

    @GetMapping("/catalog.{format:ttl|jsonld|xml}")
    ResponseEntity<byte[]> catalog(@PathVariable String format, @RequestParam(defaultValue = "1") String page) {
        var number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        var found = listing.harvest(Harvest.all((number - 1) * PAGE, PAGE));
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return answer(
                graphs.catalog(
                        found.resources(),
                        base,
                        new DcatGraphs.Page(base + "/catalog." + format, number, PAGE, found.total())),
                format);
    }

    @GetMapping("/dataset/{path:[^.]+}.{format:ttl|jsonld|xml}")
    ResponseEntity<byte[]> dataset(@PathVariable String path, @PathVariable String format) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return answer(graphs.dataset(data.require(path), base), format);
    }

    /** The address of a dataset itself leads to its page. */
    @GetMapping("/dataset/{path:[^.]+}")
    String page(@PathVariable String path) {
        return "redirect:/open-data/" + data.require(path).path();
    }

    private static ResponseEntity<byte[]> answer(Graph graph, String format) {
        var text = switch (format) {
            case "ttl" -> GraphWriter.turtle(graph);
            case "jsonld" -> GraphWriter.jsonLd(graph);
            default -> GraphWriter.xml(graph);
        };
        var type = Map.of("ttl", "text/turtle", "jsonld", "application/ld+json", "xml", "application/rdf+xml")
                .get(format);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
