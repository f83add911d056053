package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.zhengtong.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's system that calls with its client id and secret. */
record SystemClient(int port, String client, String secret) {

    /** Connected by the system administrator; bound to no department yet. */
    static SystemClient connected(int port, String name) {
        var form = Visitor.at(port).signedInAs("何平").open("/staff/systems").form("接入系统");
        var page = form.fill("name", name)
                .fill("redirectUris", "https://system.example.org/back")
                .fill("logoutUris", "")
                .fill("confidential", "true")
                .submit();
        var codes = page.html().select(".zt-note code").eachText();
        return new SystemClient(port, codes.get(1), codes.get(2));
    }

    /** The same, bound to the department of this data administrator. */
    SystemClient boundBy(String administrator) {
        Visitor.at(port)
                .signedInAs(administrator)
                .open("/staff/sharing/systems")
                .form("绑定")
                .fill("client", client)
                .submit();
        return this;
    }

    HttpResponse<String> send(String method, String path, String body, Map<String, String> heads) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!client.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        }
        heads.forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
