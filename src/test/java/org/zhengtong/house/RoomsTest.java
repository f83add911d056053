package org.zhengtong.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.zhengtong.app.node.ZhengtongApplication;

/** Rooms use only what they say they use, and only through front doors. */
class RoomsTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of("org.zhengtong");

    private static final List<String> FLOORS = List.of("base", "data", "service", "app");

    @Test
    void rooms_keep_to_their_allowed_dependencies() {
        ROOMS.verify();
    }

    @Test
    void every_room_says_what_it_may_use() {
        assertThat(ROOMS.stream().map(room -> room.getBasePackage().getName()))
                .isNotEmpty()
                .allMatch(name -> name.split("\\.").length == 4, "a room is a package of a floor");
    }

    @Test
    void no_room_uses_a_floor_above_its_own() {
        ROOMS.forEach(room -> room.getDirectDependencies(ROOMS)
                .uniqueModules()
                .forEach(used -> assertThat(floor(used))
                        .as("%s uses %s", room.getIdentifier(), used.getIdentifier())
                        .isLessThanOrEqualTo(floor(room))));
    }

    private static int floor(ApplicationModule room) {
        return FLOORS.indexOf(room.getBasePackage().getName().split("\\.")[2]);
    }

    @Test
    void the_main_class_stands_in_the_node() {
        assertThat(ZhengtongApplication.class.getPackageName()).isEqualTo("org.zhengtong.app.node");
    }
}
