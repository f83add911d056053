package org.zhengtong.base.notice.web;

import java.util.List;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryEvent;

/** One delivery with its steps. */
public record DeliveryPage(Delivery delivery, String subject, String recipient, List<DeliveryEvent> events) {}
