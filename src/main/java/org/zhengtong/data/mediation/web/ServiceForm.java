package org.zhengtong.data.mediation.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.Auth;
import org.zhengtong.data.mediation.MediatedService.Backend;
import org.zhengtong.data.mediation.MediatedService.Draft;
import org.zhengtong.data.mediation.MediatedService.Limits;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;

/** A service as it is typed; sizes in KiB. */
public record ServiceForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String summary,
        @Nullable String resource,
        @Nullable String operations,
        @Nullable String address,
        @Nullable String auth,
        @Nullable String user,
        @Nullable String secret,
        @Nullable String patience,
        @Nullable String request,
        @Nullable String answer,
        @Nullable String openapi,
        @Nullable Integer revision) {

    /** The form of a new service stands at this place. */
    private static final String RESERVED = "new";

    private static final int KIB = 1_024;
    private static final int LONGEST_SECRET = 1_000;

    static final ServiceForm FRESH =
            new ServiceForm("", "", "", "", "", "", "NONE", "", "", "10", "1024", "4096", "", 0);

    static ServiceForm of(MediatedService service) {
        return new ServiceForm(
                service.code().value(),
                service.name(),
                service.summary(),
                service.resource(),
                service.operations().stream().map(Operation::toString).collect(Collectors.joining("\n")),
                service.backend().address(),
                service.backend().auth().name(),
                service.backend().user(),
                "",
                String.valueOf(service.limits().patience().toSeconds()),
                String.valueOf(service.limits().request() / KIB),
                String.valueOf(service.limits().answer() / KIB),
                service.openapi(),
                service.revision());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private List<String> lines() {
        return plain(operations).lines().filter(line -> !line.isBlank()).toList();
    }

    /** What is missing or cannot even be read, by field. */
    Map<String, String> unreadable() {
        var faults = new LinkedHashMap<String, String>();
        if (!ServiceCode.fits(plain(code)) || plain(code).equals(RESERVED)) {
            faults.put("code", "mediation.fault.code");
        }
        if (plain(name).isEmpty()) {
            faults.put("name", "mediation.fault.name");
        }
        if (plain(address).isEmpty()) {
            faults.put("address", "mediation.fault.address");
        }
        if (lines().isEmpty()
                || lines().stream().anyMatch(line -> Operation.parse(line).isEmpty())) {
            faults.put("operations", "mediation.fault.operations");
        }
        if (secret != null && secret.length() > LONGEST_SECRET) {
            faults.put("secret", "mediation.fault.secret.long");
        }
        return faults;
    }

    /** The draft, once nothing is {@link #unreadable}. */
    Draft draft() {
        var parsed = new ArrayList<Operation>();
        lines().forEach(line -> Operation.parse(line).ifPresent(parsed::add));
        return new Draft(
                new ServiceCode(plain(code)),
                plain(name),
                plain(summary),
                plain(resource),
                parsed.stream().distinct().toList(),
                new Backend(plain(address).replaceAll("/+$", ""), chosen(), plain(user)),
                secret == null || secret.isEmpty() ? null : secret,
                new Limits(Duration.ofSeconds(number(patience)), size(request), size(answer)),
                plain(openapi));
    }

    private Auth chosen() {
        return switch (plain(auth)) {
            case "BASIC" -> Auth.BASIC;
            case "BEARER" -> Auth.BEARER;
            default -> Auth.NONE;
        };
    }

    private static int number(@Nullable String typed) {
        var text = plain(typed);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static int size(@Nullable String typed) {
        return number(typed) * KIB;
    }

    /** The same for a service whose code stands in the address; a stored one always has a revision. */
    ServiceForm named(String stored) {
        return new ServiceForm(
                stored,
                name,
                summary,
                resource,
                operations,
                address,
                auth,
                user,
                secret,
                patience,
                request,
                answer,
                openapi,
                Math.max(1, seenRevision()));
    }

    int seenRevision() {
        return revision == null ? 0 : revision;
    }

    public String value(String field) {
        return switch (field) {
            case "code" -> plain(code);
            case "name" -> plain(name);
            case "summary" -> plain(summary);
            case "resource" -> plain(resource);
            case "operations" -> plain(operations);
            case "address" -> plain(address);
            case "auth" -> plain(auth);
            case "user" -> plain(user);
            case "patience" -> plain(patience);
            case "request" -> plain(request);
            case "answer" -> plain(answer);
            case "openapi" -> plain(openapi);
            default -> throw new IllegalArgumentException(field);
        };
    }
}
