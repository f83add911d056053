package org.zhengtong.data.mediation.web.govstack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.NodeCode;

/**
 * An address of the information mediator: instance, class, member, application, then what is wanted. A member is a department, an
 * application the node through which it offers its services.
 *
 * @param rest the remaining parts, as they stand in the address
 */
record MemberPath(String instance, String memberClass, DepartmentId member, NodeCode application, List<String> rest) {

    static final String GOVERNMENT = "GOV";
    private static final int PARTS = 4;

    /** Reads the part of an address behind {@code /govstack/im/}, with or without {@code r1/} at its head. */
    static Optional<MemberPath> of(String address) {
        var parts = Arrays.asList(plain(address).split("/", -1));
        if (parts.size() <= PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MemberPath(
                    decoded(parts.get(0)),
                    decoded(parts.get(1)),
                    new DepartmentId(decoded(parts.get(2))),
                    new NodeCode(decoded(parts.get(3))),
                    parts.subList(PARTS, parts.size())));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** The address without the version in front. */
    static String plain(String address) {
        return address.startsWith("r1/") ? address.substring("r1/".length()) : address;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
