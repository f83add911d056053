package org.zhengtong.base.notice.internal;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways.Fact;

/** Hands one mail to the SMTP server; a timeout guards each step, and a longer one the whole. */
@Component
class MailServer implements Outlet {

    private static final int PERMANENT = 500;

    /** A whole conversation may take so many time-outs. */
    private static final int STEPS = 3;

    private final MailSettings settings;

    MailServer(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean configured() {
        return settings.configured();
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                new Fact("zhengtong.mail.host", settings.host(), false),
                new Fact("zhengtong.mail.port", String.valueOf(settings.port()), false),
                new Fact("zhengtong.mail.security", settings.security().name().toLowerCase(Locale.ROOT), false),
                new Fact("zhengtong.mail.from", settings.from(), false),
                new Fact("zhengtong.mail.user", settings.user(), false),
                new Fact("zhengtong.mail.password", settings.password(), true),
                new Fact("zhengtong.mail.timeout", settings.timeout().toString(), false));
    }

    @Override
    public Answer hand(Letter letter) {
        try {
            return Answer.Taken.saying(
                    DeadlineCall.within(settings.timeout().multipliedBy(STEPS), () -> sendOver(letter)));
        } catch (MessagingException failure) {
            return answerOf(failure);
        } catch (Exception late) {
            return new Answer.NotNow(said(late));
        }
    }

    private String sendOver(Letter letter) throws MessagingException {
        var session = Session.getInstance(properties());
        var message = new LetterMessage(session, letter.identifier());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.address()));
        message.setSubject(oneLine(letter.subject()), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setSentDate(Date.from(letter.writtenAt()));
        message.saveChanges();
        try (var transport = (SMTPTransport)
                session.getTransport(settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp")) {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            transport.sendMessage(message, new Address[] {new InternetAddress(letter.address())});
            return transport.getLastServerResponse().strip();
        }
    }

    /** A line break in a subject would begin a header of the sender's choice. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private Properties properties() {
        var properties = new Properties();
        var timeout = String.valueOf(settings.timeout().toMillis());
        for (var protocol : new String[] {"smtp", "smtps"}) {
            for (var step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                properties.put("mail." + protocol + "." + step, timeout);
            }
            properties.put("mail." + protocol + ".auth", String.valueOf(settings.user() != null));
            // The farewell needs no answer: the server has taken the mail by then.
            properties.put("mail." + protocol + ".quitwait", "false");
        }
        var startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }

    /** 5xx for the address or the mail is final; everything else may pass. */
    private static Answer answerOf(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException next; cause = next.getNextException()) {
            var code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= PERMANENT) {
                return new Answer.Refused(said(cause));
            }
        }
        return new Answer.NotNow(said(failure));
    }

    private static String said(Exception failure) {
        var text = failure.getMessage();
        return Answer.shortened(text == null ? failure.getClass().getSimpleName() : text);
    }

    /** Keeps the identifier that was given, so that a mail sent twice is recognized as one. */
    private static final class LetterMessage extends MimeMessage {

        private final String identifier;

        LetterMessage(Session session, String identifier) {
            super(session);
            this.identifier = identifier;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }
}
