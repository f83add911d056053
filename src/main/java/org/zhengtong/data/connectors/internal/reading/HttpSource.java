package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.registers.RowSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP interface that gives records as JSON, page by page. Redirections are not followed: they could lead anywhere. */
final class HttpSource implements OpenSource {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 << 20;

    private final Source source;
    private final Contract.Draft contract;
    private final @Nullable String secret;
    private final Outside outside;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpSource(Source source, Contract.Draft contract, @Nullable String secret, Outside outside) {
        this.source = source;
        this.contract = contract;
        this.secret = secret;
        this.outside = outside;
    }

    /** What the outside world must be like. */
    record Outside(AllowedAddresses allowed, Duration patience, Clock clock) {}

    /**
     * What a run asks for.
     *
     * @param since changes after this moment; empty for everything
     * @param begunAt the moment from which the next run asks
     */
    record Slice(String since, String begunAt) {}

    /** One page: its records, and where the next one is; null at the end. */
    record Page(List<JsonNode> records, @Nullable String next) {}

    private String reading(String key) {
        return contract.reading().getOrDefault(key, "");
    }

    @Override
    public JobNote greeting() throws IOException {
        return JobNote.of("connectors.tested.http", answer(address(null, "")).statusCode());
    }

    @Override
    public List<SourceColumn> columns() throws IOException {
        var columns = new LinkedHashMap<String, String>();
        for (var entry : page(null, "").records()) {
            Flat.of(entry).keySet().forEach(name -> columns.put(name, ""));
        }
        return columns.keySet().stream().map(name -> new SourceColumn(name, "")).toList();
    }

    @Override
    public String slice(String watermark) {
        return JSON.writeValueAsString(new Slice(
                reading("sinceParam").isEmpty() ? "" : watermark,
                outside.clock().instant().toString()));
    }

    @Override
    public RowSource rows(String slice) throws IOException {
        var columns = columns().stream().map(SourceColumn::name).toList();
        return new HttpPages(this, columns, JSON.readValue(slice, Slice.class).since());
    }

    @Override
    public String after(String slice, String watermark) {
        return JSON.readValue(slice, Slice.class).begunAt();
    }

    /** The page at a place; null for the first. */
    Page page(@Nullable String place, String since) throws IOException {
        var response = answer(address(place, since));
        var status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw SourceException.of(SourceFault.HTTP_BUSY, status);
        }
        if (status == 401 || status == 403) {
            throw SourceException.of(SourceFault.WRONG_PASSWORD, source.setting("url"));
        }
        if (status != 200) {
            throw SourceException.of(SourceFault.HTTP_STATUS, status);
        }
        try {
            return read(JSON.readTree(response.body()), place);
        } catch (JacksonException broken) {
            throw new SourceException(SourceFault.NOT_JSON, broken, String.valueOf(broken.getOriginalMessage()));
        }
    }

    private Page read(JsonNode answer, @Nullable String place) throws SourceException {
        var list = reading("records").isEmpty() ? answer : answer.at(reading("records"));
        if (!list.isArray()) {
            throw SourceException.of(SourceFault.NO_RECORDS, reading("records"));
        }
        var records = new ArrayList<JsonNode>();
        list.forEach(records::add);
        return new Page(records, next(answer, records.size(), place));
    }

    private @Nullable String next(JsonNode answer, int records, @Nullable String place) {
        var here = place == null ? first() : place;
        return switch (reading("paging")) {
            case "PAGE" -> records == 0 || records < size() ? null : String.valueOf(Long.parseLong(here) + 1);
            case "OFFSET" -> records == 0 || records < size() ? null : String.valueOf(Long.parseLong(here) + records);
            case "NEXT" -> {
                var next = answer.at(reading("next").isEmpty() ? "/next" : reading("next"));
                yield next.isString() && !next.asString().isEmpty() && records > 0 ? next.asString() : null;
            }
            default -> null;
        };
    }

    private String first() {
        return reading("first").isEmpty() ? reading("paging").equals("PAGE") ? "1" : "0" : reading("first");
    }

    private int size() {
        return reading("size").isEmpty() ? 1 : Integer.parseInt(reading("size"));
    }

    private URI address(@Nullable String place, String since) throws SourceException {
        var base = source.setting("url") + reading("path");
        try {
            if (reading("paging").equals("NEXT") && place != null) {
                return URI.create(base).resolve(place);
            }
            var parameters = new ArrayList<String>();
            if (List.of("PAGE", "OFFSET").contains(reading("paging"))) {
                var usual = reading("paging").equals("PAGE") ? "page" : "offset";
                parameters.add(parameter(
                        reading("pageParam").isEmpty() ? usual : reading("pageParam"),
                        place == null ? first() : place));
                if (!reading("size").isEmpty()) {
                    parameters.add(
                            parameter(reading("sizeParam").isEmpty() ? "size" : reading("sizeParam"), reading("size")));
                }
            }
            if (!since.isEmpty()) {
                parameters.add(parameter(reading("sinceParam"), since));
            }
            var query = String.join("&", parameters);
            return URI.create(query.isEmpty() ? base : base + (base.indexOf('?') < 0 ? "?" : "&") + query);
        } catch (IllegalArgumentException wrong) {
            throw new SourceException(SourceFault.STATEMENT_REFUSED, wrong, base);
        }
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A next address may name another host; it is allowed or not like any other, and gets no password. */
    private HttpResponse<byte[]> answer(URI address) throws IOException {
        var port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        if (address.getHost() == null || !List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw SourceException.of(SourceFault.ADDRESS_NOT_ALLOWED, address, port);
        }
        Reaching.require(outside.allowed(), address.getHost(), port);
        var request =
                HttpRequest.newBuilder(address).timeout(outside.patience()).header("Accept", "application/json");
        if (address.getAuthority().equals(URI.create(source.setting("url")).getAuthority())) {
            authorization().forEach(value -> request.header("Authorization", value));
        }
        try {
            return client.send(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        } catch (IOException failure) {
            throw trouble(failure, address);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceFault.BROKEN_OFF, stop, address.getHost());
        }
    }

    private static SourceException trouble(IOException failure, URI address) {
        if (failure instanceof java.net.http.HttpTimeoutException) {
            return new SourceException(SourceFault.TIMEOUT, failure, address.getHost());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var fault = JdbcOpening.ofNetwork(cause);
            if (fault != null) {
                return new SourceException(fault, failure, address.getHost());
            }
        }
        return new SourceException(SourceFault.BROKEN_OFF, failure, address.getHost());
    }

    private List<String> authorization() {
        return switch (source.setting("auth")) {
            case "BASIC" ->
                List.of("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (source.setting("user") + ":" + secret).getBytes(StandardCharsets.UTF_8)));
            case "BEARER" -> List.of("Bearer " + secret);
            default -> List.of();
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
