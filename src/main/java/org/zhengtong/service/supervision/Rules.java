package org.zhengtong.service.supervision;

import java.util.List;
import java.util.Optional;

/** The rules that limits are judged by. */
public interface Rules {

    /** The version in force, by number; empty when no pack brought any. */
    List<SupervisionRule> current();

    /** A rule of any version, to explain a card of its time. */
    Optional<SupervisionRule> find(String version, String id);
}
