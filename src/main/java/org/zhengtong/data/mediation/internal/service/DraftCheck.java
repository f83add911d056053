package org.zhengtong.data.mediation.internal.service;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.mediation.MediatedService.Auth;
import org.zhengtong.data.mediation.MediatedService.Draft;
import org.zhengtong.data.mediation.internal.call.CallLimits;
import org.zhengtong.data.registers.Registers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a draft of a service: key of the reason by field. */
@Component
class DraftCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUMMARY = 1_000;
    private static final int MOST_OPERATIONS = 100;
    private static final int LONGEST_DOCUMENT = 512 << 10;
    private static final int LONGEST_PATIENCE = 60;

    private final CatalogReading catalog;
    private final Registers registers;
    private final ServiceStore store;

    DraftCheck(CatalogReading catalog, Registers registers, ServiceStore store) {
        this.catalog = catalog;
        this.registers = registers;
        this.store = store;
    }

    Map<String, String> faultsOf(Draft draft, DepartmentId department) {
        var faults = new LinkedHashMap<String, String>();
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            faults.put("name", "mediation.fault.name");
        }
        if (draft.summary().length() > LONGEST_SUMMARY) {
            faults.put("summary", "mediation.fault.summary");
        }
        if (draft.operations().isEmpty() || draft.operations().size() > MOST_OPERATIONS) {
            faults.put("operations", "mediation.fault.operations");
        }
        if (!isAddress(draft.backend().address())) {
            faults.put("address", "mediation.fault.address");
        }
        if (draft.backend().auth() == Auth.BASIC && draft.backend().user().isBlank()) {
            faults.put("user", "mediation.fault.user");
        }
        resource(draft, department, faults);
        limits(draft, faults);
        if (!isDocument(draft.openapi())) {
            faults.put("openapi", "mediation.fault.openapi");
        }
        return faults;
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && !text.endsWith("/")
                    && !text.contains("/.");
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /** A published resource of the department, which no register and no other service stands behind. */
    private void resource(Draft draft, DepartmentId department, Map<String, String> faults) {
        if (draft.resource().isEmpty()) {
            return;
        }
        try {
            var resource = catalog.require(new ResourceCode(draft.resource()).path());
            if (resource.foreign()
                    || resource.state() != ResourceState.PUBLISHED
                    || !department.equals(resource.metadata().provider().department())) {
                faults.put("resource", "mediation.fault.resource");
            }
        } catch (IllegalArgumentException | ProblemException none) {
            faults.put("resource", "mediation.fault.resource");
        }
        var taken = store.behind(draft.resource())
                        .filter(other -> !other.code().equals(draft.code()))
                        .isPresent()
                || registers.list().stream()
                        .anyMatch(register -> register.facts().resource().equals(draft.resource()));
        if (taken) {
            faults.put("resource", "mediation.fault.resource.taken");
        }
    }

    private static void limits(Draft draft, Map<String, String> faults) {
        var limits = draft.limits();
        var seconds = limits.patience().toSeconds();
        if (seconds < 1 || seconds > LONGEST_PATIENCE) {
            faults.put("patience", "mediation.fault.patience");
        }
        if (limits.request() < 0 || limits.request() > CallLimits.LARGEST) {
            faults.put("request", "mediation.fault.size");
        }
        if (limits.answer() < 1 || limits.answer() > CallLimits.LARGEST) {
            faults.put("answer", "mediation.fault.size");
        }
    }

    private static boolean isDocument(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            return text.length() <= LONGEST_DOCUMENT
                    && JsonMapper.shared().readTree(text).has("openapi");
        } catch (JacksonException wrong) {
            return false;
        }
    }
}
