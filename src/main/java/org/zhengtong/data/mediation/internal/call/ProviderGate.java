package org.zhengtong.data.mediation.internal.call;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.Mediation.Answer;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.internal.MediationSettings;
import org.zhengtong.data.mediation.internal.service.ServiceSecrets;

/** Calls the provider's own system, at the address that was declared and nowhere else. */
@Component
public class ProviderGate {

    private static final Outside.Faults FAULTS = new Outside.Faults(
            MediationProblem.PROVIDER_SILENT, MediationProblem.PROVIDER_UNREACHABLE, MediationProblem.ANSWER_TOO_LARGE);
    private static final int NOT_MODIFIED = 304;

    private final Outside outside;
    private final ServiceSecrets secrets;
    private final Settings settings;

    ProviderGate(Outside outside, ServiceSecrets secrets, Settings settings) {
        this.outside = outside;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** What the provider's system is told of the call beside what the consumer sent. */
    public record Circumstances(UUID call, String grant, String department, String purpose) {

        private Map<String, String> headers() {
            var told = new TreeMap<String, String>();
            told.put("Mediation-Call", call.toString());
            told.put("Mediation-Grant", grant);
            told.put("Mediation-Department", department);
            told.put("Mediation-Purpose", URLEncoder.encode(purpose, StandardCharsets.UTF_8));
            return told;
        }
    }

    public Answer send(MediatedService service, Message message, Circumstances around) {
        var request = HttpRequest.newBuilder(address(service, message))
                .timeout(service.limits().patience())
                .method(
                        message.method(),
                        message.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::setHeader);
        around.headers().forEach(request::setHeader);
        authorization(service).forEach(request::setHeader);
        var response = outside.send(
                request.build(), service.limits().patience(), service.limits().answer(), FAULTS);
        if (response.statusCode() >= 300 && response.statusCode() < 400 && response.statusCode() != NOT_MODIFIED) {
            throw new ProblemException(MediationProblem.PROVIDER_REDIRECTS, response.statusCode());
        }
        return new Answer(around.call(), response.statusCode(), headers(response), response.body());
    }

    private URI address(MediatedService service, Message message) {
        var base = URI.create(service.backend().address());
        var port = base.getPort() >= 0 ? base.getPort() : "https".equals(base.getScheme()) ? 443 : 80;
        try {
            settings.value(MediationSettings.ADDRESSES).require(base.getHost(), port);
            var address = URI.create(service.backend().address()
                    + message.path()
                    + (message.query().isEmpty() ? "" : "?" + message.query()));
            if (!base.getAuthority().equals(address.getAuthority())) {
                throw new ProblemException(MediationProblem.ADDRESS_NOT_ALLOWED);
            }
            return address;
        } catch (IOException refused) {
            throw new ProblemException(MediationProblem.ADDRESS_NOT_ALLOWED);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(MediationProblem.UNREADABLE);
        }
    }

    private Map<String, String> authorization(MediatedService service) {
        var backend = service.backend();
        return switch (backend.auth()) {
            case NONE -> Map.of();
            case BEARER -> Map.of("Authorization", "Bearer " + secrets.open(service.code()));
            case BASIC ->
                Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((backend.user() + ":" + secrets.open(service.code()))
                                                .getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static TreeMap<String, String> headers(HttpResponse<byte[]> response) {
        var all = new TreeMap<String, String>();
        response.headers().map().forEach((name, values) -> all.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new TreeMap<>(CallHead.passed(all, Answer.PASSED));
    }
}
