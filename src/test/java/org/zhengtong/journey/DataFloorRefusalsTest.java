package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.source.FileLoading;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

/** Addresses and calls of the data floor that lead nowhere: each is refused with its own words and status. */
@PlatformTest
class DataFloorRefusalsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Texts texts;

    @BeforeEach
    void fills_the_registers() {
        WaitingWork.run(platform, "registers");
    }

    private void refused(Visitor who, String path, ProblemCode problem) {
        var seen = who.open(path);
        assertThat(seen.status()).as(path).isEqualTo(problem.status());
        assertThat(seen.text()).as(path).contains(words(problem));
    }

    /** What the page says of a problem, up to what it names. */
    private String words(ProblemCode problem) {
        var said = texts.say(Locale.SIMPLIFIED_CHINESE, "problem." + problem.code(), "\u0000");
        return said.split("[\u0000\u201c\u201d]", 2)[0];
    }

    @Test
    void registers() {
        var han = Visitor.at(port).signedInAs("韩雪");

        refused(han, "/staff/registers/no-such", RegistersProblem.REGISTER_NOT_FOUND);
        refused(han, "/staff/registers/legal-person/records/AAAA", RegistersProblem.RECORD_NOT_FOUND);
        refused(han, "/staff/registers/legal-person/loads/99999999", RegistersProblem.LOAD_NOT_FOUND);
        refused(han, "/staff/registers/matches/99999999", RegistersProblem.MATCH_NOT_FOUND);
        refused(Visitor.at(port), "/ogc/collections/division-seats/items?limit=0", RegistersProblem.NOT_A_QUERY);
    }

    @Test
    void a_file_that_breaks_off_cannot_be_read_as_rows() {
        var content = new ByteArrayResource("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        var stored = platform.getBean(FileStorage.class)
                .store(
                        new FileUpload("rows.csv", "text/csv", content, new FileOwner("test", "refusals"), "test"),
                        new FileRules(Set.of(FileKind.CSV.mediaType(), FileKind.TEXT.mediaType()), 1_000, 10));

        assertThat(stored).isInstanceOf(StoreOutcome.Stored.class);
        assertThatThrownBy(() -> platform.getBean(FileLoading.class).with(((StoreOutcome.Stored) stored).file(), _ -> {
                    throw new IOException("cut");
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(RegistersProblem.SOURCE_NOT_READABLE));
    }

    @Test
    void catalog() {
        var han = Visitor.at(port).signedInAs("韩雪");

        refused(han, "/staff/catalog/resources/999999-999999", CatalogProblem.RESOURCE_NOT_FOUND);
        refused(han, "/staff/catalog/drafts/99999999", CatalogProblem.DRAFT_NOT_FOUND);
        refused(han, "/staff/catalog/imports/99999999", CatalogProblem.FILE_NOT_FOUND);
        refused(han, "/staff/catalog/resources/102001-000001/versions?from=98&to=99", CatalogProblem.VERSION_NOT_FOUND);
        refused(Visitor.at(port), "/open-data/no-such-dataset", CatalogProblem.RESOURCE_NOT_FOUND);
        refused(Visitor.at(port), "/open-data/101001-000001", CatalogProblem.DATASET_NOT_FOUND);
    }

    @Test
    void sharing() throws Exception {
        var han = Visitor.at(port).signedInAs("韩雪");

        refused(han, "/staff/sharing/requests/99999999", SharingProblem.REQUEST_NOT_FOUND);
        refused(han, "/staff/sharing/grants/GX2026-999999", SharingProblem.GRANT_NOT_FOUND);
        refused(han, "/staff/sharing/requests/new?resource=101003-000001", SharingProblem.NOT_CONNECTED);
        assertThat(send("GET", "/api/sharing/v1/grants/GX2026-000001/record", Map.of()))
                .isEqualTo(SharingProblem.NO_SYSTEM.status());
        assertThat(send(
                        "GET",
                        "/api/sharing/v1/grants/GX2026-000001/record",
                        Map.of("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")))
                .isEqualTo(SharingProblem.NO_SYSTEM.status());
    }

    private int send(String method, String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString("{\"rows\":[]}"));
        headers.forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void connectors() throws Exception {
        var han = Visitor.at(port).signedInAs("韩雪");
        refused(han, "/staff/connectors/sources/99999999", ConnectorsProblem.SOURCE_NOT_FOUND);
        refused(han, "/staff/connectors/contracts/99999999", ConnectorsProblem.CONTRACT_NOT_FOUND);
        refused(han, "/staff/connectors/runs/99999999", ConnectorsProblem.RUN_NOT_FOUND);

        var connectors = platform.getBean(Connectors.class);
        var by = Actor.system("test");
        var source = connectors.add(
                new Source.Draft("推送", new DepartmentId("370100.market-regulation"), SourceKind.PUSH, Map.of(), ""),
                by);
        var contract = connectors.add(
                source,
                new Contract.Draft(
                        "推送",
                        new RegisterCode("legal-person"),
                        Map.of(),
                        new Contract.Plan("", null, 0, java.time.Duration.ZERO)),
                by);
        var key = connectors.newKey(source, by);
        var path = "/api/connectors/v1/contracts/" + contract + "/rows";
        assertThat(send("POST", path, Map.of("Authorization", "Bearer " + key)))
                .isEqualTo(ConnectorsProblem.NO_REQUEST_NUMBER.status());
        assertThat(send("POST", path, Map.of("Authorization", "Bearer wrong")))
                .isEqualTo(ConnectorsProblem.WRONG_KEY.status());
        connectors.pause(contract, true, by);
    }
}
