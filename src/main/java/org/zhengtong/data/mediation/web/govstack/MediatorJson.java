package org.zhengtong.data.mediation.web.govstack;

import java.util.LinkedHashMap;
import java.util.List;
import org.zhengtong.data.mediation.Services.Listed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists of the service metadata API. The instance goes by two names in the published versions of the specification
 * ({@code GovStackInstance} in 0.3, {@code instanceId} in 1.0); both are given.
 */
final class MediatorJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MediatorJson() {}

    static byte[] clients(String instance, List<Listed> services) {
        var page = JSON.createObjectNode();
        var members = page.putArray("member");
        var applications = new LinkedHashMap<String, Listed>();
        services.forEach(each -> applications.putIfAbsent(each.department() + "/" + each.node(), each));
        for (var each : applications.values()) {
            var entry = members.addObject().put("name", each.departmentName());
            named(entry.putObject("id").put("objectType", "APPLICATION"), instance, each);
        }
        return JSON.writeValueAsBytes(page);
    }

    static byte[] methods(String instance, List<Listed> services) {
        var page = JSON.createObjectNode();
        var members = page.putArray("member");
        for (var each : services) {
            var entry = named(members.addObject().put("objectType", "SERVICE"), instance, each)
                    .put("serviceType", each.openapi().isEmpty() ? "REST" : "OPENAPI")
                    .put("serviceCode", each.code().value())
                    .put("serviceVersion", "");
            var endpoints = entry.putObject("endpointList").putArray("member");
            each.operations()
                    .forEach(operation -> endpoints
                            .addObject()
                            .put("method", operation.method())
                            .put("path", operation.path()));
        }
        return JSON.writeValueAsBytes(page);
    }

    private static ObjectNode named(ObjectNode node, String instance, Listed each) {
        return node.put("GovStackInstance", instance)
                .put("instanceId", instance)
                .put("memberClass", MemberPath.GOVERNMENT)
                .put("memberCode", each.department().value())
                .put("applicationCode", each.node().value());
    }
}
