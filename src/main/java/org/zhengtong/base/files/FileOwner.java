package org.zhengtong.base.files;

/**
 * The thing a file belongs to, such as draft 12 of the hall. Only the owner's room knows who may read it, so every
 * read names the owner.
 */
public record FileOwner(String room, String reference) {
    public FileOwner {
        if (room.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException("A file needs an owner: " + room + "/" + reference);
        }
    }
}
