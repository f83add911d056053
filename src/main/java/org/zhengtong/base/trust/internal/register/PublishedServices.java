package org.zhengtong.base.trust.internal.register;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.trust.TrustServices;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.TimeStamps;

/** The authority's services to everybody. */
@Component
public class PublishedServices implements TrustServices {

    private static final Pattern ALIAS = Pattern.compile("(root|issuing)-(sm2|ecdsa)");

    private final KeyCabinet cabinet;
    private final RevocationLists lists;
    private final StatusAnswers answers;
    private final TimeStamps stamps;

    public PublishedServices(KeyCabinet cabinet, RevocationLists lists, StatusAnswers answers, TimeStamps stamps) {
        this.cabinet = cabinet;
        this.lists = lists;
        this.answers = answers;
        this.stamps = stamps;
    }

    @Override
    public Optional<byte[]> authority(String alias) {
        return named(alias).map(name -> {
            try {
                var authority = name.kind().equals("root") ? cabinet.root(name.suite()) : cabinet.issuing(name.suite());
                return authority.certificate().getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    @Transactional
    public Optional<byte[]> revocationList(String alias) {
        return named(alias).map(name -> lists.current(name.kind(), name.suite()));
    }

    private Optional<Name> named(String alias) {
        var matcher = ALIAS.matcher(alias);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var suite = TrustSuite.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
        return cabinet.holds(suite) ? Optional.of(new Name(matcher.group(1), suite)) : Optional.empty();
    }

    /** An authority's kind and suite. */
    private record Name(String kind, TrustSuite suite) {}

    @Override
    public byte[] statusAnswer(byte[] question) {
        return answers.answer(question);
    }

    @Override
    public byte[] timeStamp(byte[] request) {
        return stamps.answer(request);
    }
}
