package org.zhengtong.data.mediation.web.govstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.mediation.Mediation;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.Services.Listed;
import org.zhengtong.data.mediation.internal.MediationSettings;
import org.zhengtong.data.mediation.web.api.SystemCall;
import org.zhengtong.data.sharing.GrantedReading;

/** GovStack Information Mediator: its directory services, and calls of services, in addresses with and without {@code /r1}. */
@Controller
class MediatorController {

    private static final String PREFIX = "/govstack/im/";

    private final Mediation mediation;
    private final Services services;
    private final GrantedReading reading;
    private final Settings settings;

    MediatorController(Mediation mediation, Services services, GrantedReading reading, Settings settings) {
        this.mediation = mediation;
        this.services = services;
        this.reading = reading;
        this.settings = settings;
    }

    @RequestMapping(
            path = PREFIX + "**",
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    ResponseEntity<byte[]> answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = SystemCall.of(request, response, reading);
        requireClient(request.getHeader("X-GovStack-Client"), caller);
        var rest = request.getRequestURI().substring(PREFIX.length());
        if (MemberPath.plain(rest).equals("listClients")) {
            return json(MediatorJson.clients(instance(), wanted(request.getParameter("instanceId"))));
        }
        var path = MemberPath.of(rest).orElseThrow(() -> new ProblemException(CommonProblem.BAD_REQUEST));
        if (!path.instance().equals(instance()) || !path.memberClass().equals(MemberPath.GOVERNMENT)) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        return path.rest().size() == 1 && "GET".equals(request.getMethod())
                ? directory(path, request, caller)
                : call(path, rest, request, caller);
    }

    private List<Listed> wanted(@Nullable String instanceId) {
        return instanceId == null || instanceId.isEmpty() || instanceId.equals(instance())
                ? services.offered()
                : List.of();
    }

    /** {@code INSTANCE/CLASS/MEMBER/APPLICATION}: the member must be the department that the system acts for. */
    static void requireClient(@Nullable String header, SystemCall caller) {
        if (header == null) {
            return;
        }
        var parts = header.split("/", -1);
        if (parts.length < 4 || !parts[2].equals(caller.client().department().value())) {
            throw new ProblemException(MediationProblem.WRONG_CLIENT);
        }
    }

    private ResponseEntity<byte[]> directory(MemberPath path, HttpServletRequest request, SystemCall caller)
            throws IOException {
        var of = services.offered().stream()
                .filter(each ->
                        each.department().equals(path.member()) && each.node().equals(path.application()))
                .toList();
        return switch (path.rest().getFirst()) {
            case "listMethods" -> json(MediatorJson.methods(instance(), of(of, request)));
            case "allowedMethods" ->
                json(MediatorJson.methods(
                        instance(),
                        of(of, request).stream()
                                .filter(each -> !services.held(
                                                each.node(),
                                                each.code(),
                                                caller.client().department())
                                        .isEmpty())
                                .toList()));
            case "getOpenAPI", "getOpenApi" -> document(of, request.getParameter("serviceCode"));
            default -> call(path, request.getRequestURI().substring(PREFIX.length()), request, caller);
        };
    }

    private static List<Listed> of(List<Listed> services, HttpServletRequest request) {
        var id = request.getParameter("serviceId");
        return id == null || id.isEmpty()
                ? services
                : services.stream()
                        .filter(each -> each.code().value().equals(id))
                        .toList();
    }

    private static ResponseEntity<byte[]> document(List<Listed> services, @Nullable String code) {
        var found = services.stream()
                .filter(each -> each.code().value().equals(code))
                .filter(each -> !each.openapi().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.BAD_REQUEST));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(found.openapi().getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> call(MemberPath path, String rest, HttpServletRequest request, SystemCall caller)
            throws IOException {
        var code = path.rest().getFirst();
        if (!ServiceCode.fits(code)) {
            throw new ProblemException(MediationProblem.SERVICE_NOT_FOUND);
        }
        var service = new ServiceCode(code);
        var held = services.held(path.application(), service, caller.client().department()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(MediationProblem.NO_GRANT));
        var tail = String.join("/", path.rest().subList(1, path.rest().size()));
        var before = PREFIX + rest;
        before = tail.isEmpty() && path.rest().size() == 1
                ? before
                : before.substring(0, before.length() - tail.length() - 1);
        return SystemCall.answer(mediation.call(new Mediation.Request(
                caller.client(),
                caller.known(),
                path.application(),
                service,
                SystemCall.message(request, before),
                held.number(),
                caller.purpose().isEmpty() ? held.purpose() : caller.purpose(),
                caller.origin())));
    }

    private String instance() {
        return settings.value(MediationSettings.INSTANCE);
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
