package org.zhengtong.service.fees;

/** What the payment provider tells of its own accord (异步通知). */
public interface PaymentNotifications {

    /** Takes a signed notification; believed only with a signature that is right and fresh. */
    NotificationOutcome receive(String timestamp, String signature, byte[] body);
}
