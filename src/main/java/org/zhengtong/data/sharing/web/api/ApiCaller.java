package org.zhengtong.data.sharing.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BooleanSupplier;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Client;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.SystemCredentials;
import org.zhengtong.data.sharing.Way;

/** Who calls, and what for: client id and secret by HTTP Basic (RFC 7617), purpose as parameter or header. */
record ApiCaller(Client client, BooleanSupplier known, String purpose, String address) {

    private static final int LONGEST = 500;

    static ApiCaller of(HttpServletRequest request, HttpServletResponse response, GrantedReading reading) {
        var credentials = SystemCredentials.of(request.getHeader("Authorization"));
        var client = credentials == null ? null : credentials.client(reading).orElse(null);
        if (credentials == null || client == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"sharing\", charset=\"UTF-8\"");
            throw new ProblemException(SharingProblem.NO_SYSTEM);
        }
        BooleanSupplier known = () -> credentials.client(reading).isPresent();
        return new ApiCaller(client, known, purpose(request), request.getRemoteAddr());
    }

    private static String purpose(HttpServletRequest request) {
        var parameter = request.getParameter("purpose");
        var text = (parameter == null ? header(request, "Purpose") : parameter).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ProblemException(SharingProblem.NO_PURPOSE);
        }
        return text;
    }

    /** A header whose letters beyond ASCII are written in percents; empty when it is missing. */
    static String header(HttpServletRequest request, String name) {
        return SystemCredentials.plain(request.getHeader(name));
    }

    Use use(String grant, Way way) {
        if (!GrantNumber.fits(grant)) {
            throw new ProblemException(SharingProblem.GRANT_NOT_FOUND);
        }
        return new Use(new GrantNumber(grant), way, client.department(), client.actor(), purpose, address, known);
    }
}
