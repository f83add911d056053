package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** The documents of the interfaces are what OpenAPI wants, and what they describe is there. */
@PlatformTest
class OpenApiDocumentsTest {

    private static final String SHARING = "/api/sharing/v1/openapi.json";

    @LocalServerPort
    private int port;

    private OpenAPI read(String path) {
        var seen = Visitor.at(port).open(path);
        assertThat(seen.status()).isEqualTo(200);
        var options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser()
                .readContents(new String(seen.bytes(), StandardCharsets.UTF_8), List.of(), options);
        assertThat(result.getMessages()).as(path).isNullOrEmpty();
        return result.getOpenAPI();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/registers/openapi.json", SHARING, "/ogc/api"})
    void each_document_is_valid_and_all_it_refers_to_is_in_it(String path) {
        var document = read(path);

        assertThat(document.getInfo().getTitle()).isNotBlank();
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            assertThat(document.getComponents().getSchemas())
                    .isNotEmpty()
                    .allSatisfy((name, schema) ->
                            assertThat(schema.getType()).as(name).isNotNull());
        }
    }

    @Test
    void a_broken_document_is_found_out() {
        var result = new OpenAPIV3Parser()
                .readContents("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"x\"},\"paths\":{\"/a\":{\"get\":{}}}}");

        assertThat(result.getMessages()).isNotEmpty();
    }

    @Test
    void every_operation_of_sharing_is_there_and_asks_who_calls() throws Exception {
        var document = read(SHARING);
        var base = URI.create(document.getServers().getFirst().getUrl()).getPath();

        assertThat(document.getPaths()).hasSize(4);
        try (var client = HttpClient.newHttpClient()) {
            for (var path : document.getPaths().keySet()) {
                var address = base + path.replace("{grant}", "GX2026-000001");
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                assertThat(answer.statusCode()).as(address).isEqualTo(401);
                assertThat(document.getPaths().get(path).getGet().getParameters())
                        .extracting(Parameter::getName)
                        .contains("grant", "purpose");
            }
        }
    }
}
