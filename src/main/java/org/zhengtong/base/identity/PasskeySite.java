package org.zhengtong.base.identity;

/**
 * The site as browsers know it, to which they bind passkeys.
 *
 * @param host host name of the site
 * @param origin scheme, host and port that the browser must name
 */
public record PasskeySite(String host, String origin) {}
