package org.zhengtong.base.notice.internal;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.stereotype.Component;

/** Hands one mail to the SMTP server; a timeout guards each step. */
@Component
class MailServer {

    private static final int PERMANENT = 500;

    private final MailSettings settings;

    MailServer(MailSettings settings) {
        this.settings = settings;
    }

    boolean configured() {
        return settings.configured();
    }

    MailAnswer send(MailLetter letter) {
        try {
            return new MailAnswer.Taken(sendOver(letter));
        } catch (MessagingException failure) {
            return answerOf(failure);
        }
    }

    private String sendOver(MailLetter letter) throws MessagingException {
        var session = Session.getInstance(properties());
        var message = new LetterMessage(session, letter.messageId());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.address()));
        message.setSubject(letter.subject(), "UTF-8");
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
    private static MailAnswer answerOf(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException next; cause = next.getNextException()) {
            var code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= PERMANENT) {
                return new MailAnswer.Refused(said(cause));
            }
        }
        return new MailAnswer.NotNow(said(failure));
    }

    private static String said(Exception failure) {
        var text = String.valueOf(failure.getMessage()).strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
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
