package org.zhengtong.app.hall.web.finding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.items.ServiceItems;

/** Which place a visitor looks at: named in the address, else chosen before (a cookie), else the pack's. */
@Component
public class Places {

    private static final String COOKIE = "zt-place";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Divisions divisions;
    private final ServiceItems items;
    private final Cache<DivisionCode, Place> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(500)
            .build();

    Places(Divisions divisions, ServiceItems items) {
        this.divisions = divisions;
        this.items = items;
    }

    /** The place of this request. */
    public Place of(HttpServletRequest request) {
        return of(request, null);
    }

    Place of(HttpServletRequest request, @Nullable String named) {
        var division = known(named)
                .or(() -> known(chosen(request)))
                .or(() -> divisions.find(items.frontPage().region()))
                .orElseGet(() -> divisions.provinces().getFirst());
        return around(division);
    }

    Optional<Division> known(@Nullable String code) {
        return code == null || code.length() != 6
                ? Optional.empty()
                : DivisionCode.check(code).valid().flatMap(divisions::find);
    }

    private Place around(Division division) {
        return known.get(division.code(), _ -> surroundings(division));
    }

    private Place surroundings(Division division) {
        var path = divisions.path(division.code());
        var above = path.subList(0, Math.max(0, path.size() - 1));
        var inside = divisions.children(division.code());
        var near = division.code().value().endsWith("00") || above.isEmpty()
                ? inside
                : divisions.children(above.getLast().code());
        return new Place(division, above, near);
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        return request.getCookies() == null
                ? null
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Keeps the choice for a year. */
    void keep(Division division, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, division.code().value())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
