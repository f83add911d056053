package org.zhengtong.service.supervision.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.supervision.MapArea;

/** Outlines of divisions in {@code supervision.map_area}. */
@Component
class MapStore {

    private final JdbcClient jdbc;

    MapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MapArea> below(DivisionCode parent) {
        return jdbc.sql("""
                select code, name, width, height, label_x, label_y, path
                from supervision.map_area
                where parent = :parent
                order by code
                """)
                .param("parent", parent.value())
                .query((row, number) -> new MapArea(
                        new DivisionCode(row.getString("code")),
                        row.getString("name"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("label_x"),
                        row.getInt("label_y"),
                        row.getString("path")))
                .list();
    }

    /** The division that the whole map shows. */
    Optional<DivisionCode> top() {
        return jdbc.sql("""
                select distinct parent
                from supervision.map_area
                where parent not in (select code from supervision.map_area)
                order by parent
                limit 1
                """)
                .query((row, number) -> new DivisionCode(row.getString("parent")))
                .optional();
    }

    void replaceAll(List<PackMap.Area> areas) {
        jdbc.sql("delete from supervision.map_area").update();
        areas.forEach(this::insert);
    }

    private void insert(PackMap.Area area) {
        jdbc.sql("""
                insert into supervision.map_area (parent, code, name, width, height, label_x, label_y, path)
                values (:parent, :code, :name, :width, :height, :x, :y, :path)
                """)
                .param("parent", area.parent().value())
                .param("code", area.outline().code().value())
                .param("name", area.outline().name())
                .param("width", area.outline().width())
                .param("height", area.outline().height())
                .param("x", area.outline().labelX())
                .param("y", area.outline().labelY())
                .param("path", area.outline().path())
                .update();
    }
}
