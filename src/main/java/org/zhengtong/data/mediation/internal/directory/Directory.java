package org.zhengtong.data.mediation.internal.directory;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services.HeldGrant;
import org.zhengtong.data.mediation.Services.Listed;
import org.zhengtong.data.mediation.internal.service.ServiceStore;
import tools.jackson.databind.json.JsonMapper;

/** Which services there are. Neighbours are told by envelope what is offered here. */
@Component
public class Directory {

    private final ServiceStore services;
    private final DirectoryStore store;
    private final HeldGrants held;
    private final Nodes nodes;
    private final Dispatch dispatch;
    private final Departments departments;
    private final Digest digest;

    Directory(
            ServiceStore services,
            DirectoryStore store,
            HeldGrants held,
            Nodes nodes,
            Dispatch dispatch,
            Departments departments,
            Digest digest) {
        this.services = services;
        this.store = store;
        this.held = held;
        this.nodes = nodes;
        this.dispatch = dispatch;
        this.departments = departments;
        this.digest = digest;
    }

    /** Tells whether something was told before, and when. */
    @Component
    record Digest(NodeKeys keys, Clock clock) {

        String of(byte[] content) {
            MessageDigest hash = keys.digest(TrustSuite.ECDSA);
            return HexFormat.of().formatHex(hash.digest(content));
        }
    }

    /** Services of this node, drafts as well, then those of nodes that are trusted now. */
    public List<Listed> all() {
        var own = nodes.own();
        var mine = services.all();
        var names = names(mine);
        var all = new ArrayList<Listed>();
        mine.forEach(service -> all.add(new Listed(
                own.code(),
                own.name(),
                true,
                service.code(),
                service.name(),
                service.summary(),
                service.department(),
                names.getOrDefault(service.department(), service.department().value()),
                service.resource(),
                service.state(),
                service.operations(),
                service.openapi())));
        store.all()
                .forEach(foreign -> nodes.trusted(new NodeCode(foreign.node()))
                        .ifPresent(node -> all.add(listed(node, foreign.entry()))));
        all.sort(Comparator.comparing(Listed::own).reversed().thenComparing(Listed::name));
        return all;
    }

    private Map<DepartmentId, String> names(List<MediatedService> mine) {
        return departments.names(mine.stream().map(MediatedService::department).collect(Collectors.toSet()));
    }

    private static Listed listed(ExchangeNode node, DirectoryText.Entry entry) {
        return new Listed(
                node.code(),
                node.name(),
                false,
                new ServiceCode(entry.code()),
                entry.name(),
                entry.summary(),
                new DepartmentId(entry.department()),
                entry.departmentName(),
                entry.resource(),
                entry.state(),
                entry.operations(),
                entry.openapi());
    }

    /** Grants under which a department may call a service, as far as known here, newest first. */
    public List<HeldGrant> held(NodeCode node, ServiceCode code, DepartmentId consumer) {
        return node.equals(nodes.own().code()) ? held.here(consumer, code) : held.elsewhere(node, consumer, code);
    }

    /** Joins the caller's transaction; says how many nodes were told something new. */
    public int tellAll() {
        var told = 0;
        var offered = services.all().stream()
                .filter(each -> each.state() != State.DRAFT)
                .toList();
        var text = text(offered);
        for (var node : nodes.all()) {
            if (node.standing() != NodeStanding.REVOKED && node.takes(DirectoryText.KIND)) {
                told += tell(node, text) ? 1 : 0;
            }
        }
        return told;
    }

    private DirectoryText text(List<MediatedService> offered) {
        var names = names(offered);
        return new DirectoryText(offered.stream()
                .map(service -> new DirectoryText.Entry(
                        service.code().value(),
                        service.name(),
                        service.summary(),
                        service.department().value(),
                        names.getOrDefault(
                                service.department(), service.department().value()),
                        service.resource(),
                        service.state(),
                        service.operations(),
                        service.openapi()))
                .toList());
    }

    private boolean tell(ExchangeNode node, DirectoryText text) {
        var content = JsonMapper.shared().writeValueAsBytes(text);
        var print = digest.of(content);
        var before = store.told(node.code().value());
        var nothing = text.services().isEmpty() && before.isEmpty();
        if (nothing || before.filter(print::equals).isPresent()) {
            return false;
        }
        dispatch.send(EnvelopeRequest.of(DirectoryText.KIND, node.code(), content));
        store.told(node.code().value(), print, digest.clock().instant());
        return true;
    }
}
