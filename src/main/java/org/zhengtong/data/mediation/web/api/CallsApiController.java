package org.zhengtong.data.mediation.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.mediation.Mediation;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.SharingProblem;
import tools.jackson.databind.json.JsonMapper;

/** The door for systems of consumers: which services there are, and calls to them. */
@Controller
@RequestMapping("/mediation/v1")
class CallsApiController {

    private final Mediation mediation;
    private final Services services;
    private final GrantedReading reading;

    CallsApiController(Mediation mediation, Services services, GrantedReading reading) {
        this.mediation = mediation;
        this.services = services;
        this.reading = reading;
    }

    @RequestMapping(
            path = "/nodes/{node}/services/{service}/**",
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE
            })
    ResponseEntity<byte[]> call(
            @PathVariable String node,
            @PathVariable String service,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var caller = SystemCall.of(request, response, reading);
        if (caller.purpose().isEmpty()) {
            throw new ProblemException(SharingProblem.NO_PURPOSE);
        }
        var grant = request.getHeader("Grant");
        if (grant != null && !GrantNumber.fits(grant)) {
            throw new ProblemException(SharingProblem.GRANT_NOT_FOUND);
        }
        var message = SystemCall.message(request, "/mediation/v1/nodes/" + node + "/services/" + service);
        return SystemCall.answer(mediation.call(new Mediation.Request(
                caller.client(),
                caller.known(),
                node(node),
                code(service),
                message,
                grant == null ? "" : grant,
                caller.purpose(),
                caller.origin())));
    }

    private static NodeCode node(String text) {
        if (!NodeCode.isOne(text)) {
            throw new ProblemException(MediationProblem.NODE_UNKNOWN, "");
        }
        return new NodeCode(text);
    }

    private static ServiceCode code(String text) {
        if (!ServiceCode.fits(text)) {
            throw new ProblemException(MediationProblem.SERVICE_NOT_FOUND);
        }
        return new ServiceCode(text);
    }

    @GetMapping("/services")
    ResponseEntity<byte[]> services(HttpServletRequest request, HttpServletResponse response) {
        var caller = SystemCall.of(request, response, reading);
        var page = JsonMapper.shared().createObjectNode();
        var list = page.putArray("services");
        for (var each : services.offered()) {
            var entry = list.addObject()
                    .put("node", each.node().value())
                    .put("code", each.code().value())
                    .put("name", each.name())
                    .put("summary", each.summary())
                    .put("department", each.department().value())
                    .put("departmentName", each.departmentName())
                    .put("resource", each.resource())
                    .put("state", each.state().name());
            var operations = entry.putArray("operations");
            each.operations()
                    .forEach(operation -> operations
                            .addObject()
                            .put("method", operation.method())
                            .put("path", operation.path()));
            var grants = entry.putArray("grants");
            services.held(each.node(), each.code(), caller.client().department())
                    .forEach(held ->
                            grants.addObject().put("number", held.number()).put("purpose", held.purpose()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsBytes(page));
    }
}
