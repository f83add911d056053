package org.zhengtong.base.notice.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.base.notice.Channel;

/** What an address looks like. Practical, not the whole standard: what is wrong beyond this the other side says. */
final class AddressForms {

    private static final Pattern MAIL =
            Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST_MAIL = 254;

    /** A mobile number of the mainland, or an international one with its plus. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}|\\+[1-9][0-9]{7,14}");

    /** For calls a fixed line will do, too. */
    private static final Pattern TELEPHONE =
            Pattern.compile("1[3-9][0-9]{9}|\\+[1-9][0-9]{7,14}|0[1-9][0-9]{1,2}[0-9]{7,8}");

    private AddressForms() {}

    /** The address as it is kept; empty when it is none. */
    static Optional<String> kept(Channel channel, String given) {
        var address = channel == Channel.MAIL ? given.strip() : given.replaceAll("[ -]", "");
        var fits = switch (channel) {
            case MAIL ->
                address.length() <= LONGEST_MAIL && MAIL.matcher(address).matches();
            case SMS -> MOBILE.matcher(address).matches();
            case VOICE -> TELEPHONE.matcher(address).matches();
            case WEBHOOK -> false;
        };
        return fits ? Optional.of(address) : Optional.empty();
    }
}
