package org.zhengtong.base.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit log's settings.
 *
 * @param keepYears whole calendar years that entries are kept beyond the year they were made in; 0 keeps them for good
 */
@ConfigurationProperties("zhengtong.audit")
public record AuditSettings(@DefaultValue("0") int keepYears) {}
