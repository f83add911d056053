package org.zhengtong.data.mediation.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.Mediation.Answer;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Client;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.SystemCredentials;

/** A call as it comes from a department's system: who it is, and what goes on. */
public record SystemCall(Client client, BooleanSupplier known, String purpose, String origin) {

    /** Largest body of a request that is read at all. */
    private static final int LARGEST = 32 << 20;

    private static final int LONGEST_PURPOSE = 500;

    public static SystemCall of(HttpServletRequest request, HttpServletResponse response, GrantedReading reading) {
        var credentials = SystemCredentials.of(request.getHeader("Authorization"));
        var client = credentials == null ? null : credentials.client(reading).orElse(null);
        if (credentials == null || client == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"mediation\", charset=\"UTF-8\"");
            throw new ProblemException(SharingProblem.NO_SYSTEM);
        }
        var purpose = SystemCredentials.plain(request.getHeader("Purpose")).strip();
        if (purpose.length() > LONGEST_PURPOSE) {
            throw new ProblemException(SharingProblem.NO_PURPOSE);
        }
        return new SystemCall(client, () -> credentials.client(reading).isPresent(), purpose, request.getRemoteAddr());
    }

    /** What goes to the provider's system: everything behind {@code before} in the address. */
    public static Message message(HttpServletRequest request, String before) throws IOException {
        var address = request.getRequestURI();
        var path = address.substring(before.length());
        var headers = new TreeMap<String, String>();
        for (var name : Message.PASSED) {
            var values = Collections.list(request.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name, String.join(", ", values));
            }
        }
        try (var body = request.getInputStream()) {
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(MediationProblem.REQUEST_TOO_LARGE, LARGEST);
            }
            return new Message(
                    request.getMethod(),
                    path.isEmpty() ? "/" : path,
                    Objects.requireNonNullElse(request.getQueryString(), ""),
                    headers,
                    bytes);
        }
    }

    /** The provider's answer as it is. A browser that comes here must not run what it finds in it. */
    public static ResponseEntity<byte[]> answer(Answer answer) {
        var response = ResponseEntity.status(answer.status())
                .header("Mediation-Call", answer.call().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response::header);
        return response.body(answer.body());
    }
}
