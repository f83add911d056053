package org.zhengtong.base.notice.internal;

import java.time.Instant;

/** A mail as it is handed to the server. */
record MailLetter(String messageId, String address, String subject, String text, Instant writtenAt) {}
