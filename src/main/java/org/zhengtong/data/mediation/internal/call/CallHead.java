package org.zhengtong.data.mediation.internal.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.mediation.Mediation.Message;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.sharing.GrantNumber;

/**
 * What a call between nodes says before its body. It checks itself: whatever stands in one can be put into an address and into headers.
 *
 * @param path with percents, from the service's own address on
 * @param headers by lower-case name
 * @param grant number, or empty for any that holds
 * @param department the consumer
 * @param client the consumer's system
 * @param purpose empty for the grant's own
 */
record CallHead(
        String service,
        String method,
        String path,
        String query,
        SortedMap<String, String> headers,
        String grant,
        String department,
        String client,
        String clientName,
        String purpose) {

    private static final String SIGN = "[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}";
    private static final Pattern PATH = Pattern.compile("(?:/(?:" + SIGN + ")*+)++");
    private static final Pattern QUERY = Pattern.compile("(?:" + SIGN + "|[/?])*+");
    private static final Pattern HIDDEN = Pattern.compile("(?i)%(?:2f|5c|00|0a|0d)");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff]{0,2000}");
    private static final int LONGEST_PATH = 2_000;
    private static final int LONGEST_QUERY = 8_000;
    private static final int LONGEST_WORDS = 500;

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    CallHead {
        if (service == null
                || !ServiceCode.fits(service)
                || !Operation.METHODS.contains(String.valueOf(method))
                || !isPath(path)
                || !isQuery(query)
                || grant == null
                || !grant.isEmpty() && !GrantNumber.fits(grant)
                || !words(client)
                || !words(clientName)
                || !words(purpose)
                || headers == null) {
            throw new IllegalArgumentException("Not the head of a call");
        }
        new DepartmentId(String.valueOf(department));
        headers = passed(headers, Message.PASSED);
    }

    static boolean isPath(@org.jspecify.annotations.Nullable String path) {
        return path != null
                && path.length() <= LONGEST_PATH
                && PATH.matcher(path).matches()
                && !HIDDEN.matcher(path).find()
                && Arrays.stream(path.split("/", -1))
                        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    static boolean isQuery(@org.jspecify.annotations.Nullable String query) {
        return query != null
                && query.length() <= LONGEST_QUERY
                && QUERY.matcher(query).matches();
    }

    private static boolean words(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.length() <= LONGEST_WORDS && text.chars().noneMatch(Character::isISOControl);
    }

    /** The headers that pass, as far as they are well written. */
    static SortedMap<String, String> passed(Map<String, String> headers, java.util.Set<String> names) {
        var passed = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (name != null
                    && value != null
                    && names.contains(name)
                    && VALUE.matcher(value).matches()) {
                passed.put(name, value);
            }
        });
        return passed;
    }

    Message message(byte[] body) {
        return new Message(method, path, query, headers, body);
    }
}
