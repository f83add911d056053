package org.zhengtong.base.settings;

import java.util.List;

/**
 * Settings that a room declares one by one: make it a bean with an empty constructor. Those of a
 * {@code @ConfigurationProperties} record declare themselves.
 */
public interface DeclaredSettings {

    List<Setting<?>> settings();
}
