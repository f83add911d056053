package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;

/** The address of receipts asks gateways for a signature, not for a session or a form's token. */
@PlatformTest
class ReceiptAddressTest {

    @LocalServerPort
    private int port;

    @Test
    void a_stranger_is_told_no_more_than_that_it_was_not_taken() throws Exception {
        for (var gateway : new String[] {"sms", "voice", "fax"}) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + port + "/notice/receipts/" + gateway))
                                    .header("Content-Type", "application/json")
                                    .header("X-Zhengtong-Timestamp", "1")
                                    .header("X-Zhengtong-Signature", "00")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"1\",\"state\":\"DELIVERED\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            // No gateway is configured on the platform of the tests.
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("{\"result\":\"NOT_TAKEN\"}");
        }
    }
}
