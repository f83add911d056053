package org.zhengtong.base.trust;

/**
 * Passwords and tokens of other systems, encrypted for this node's own encryption key, which does not lie in the database. Each is bound
 * to its label: in another place it cannot be opened.
 */
public interface OwnSecrets {

    /** Whether this node's keys can decrypt at all; a device that only signs cannot. */
    boolean possible();

    /** The secret, encrypted; an {@link IllegalStateException} when that is not possible. */
    byte[] seal(String label, String plain);

    /** The plain secret; a {@link SecurityException} when it is another's, or the key is gone. */
    String open(String label, byte[] sealed);
}
