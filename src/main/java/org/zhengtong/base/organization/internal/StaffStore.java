package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;

/** The stored staff with their posts. */
@Component
class StaffStore {

    private record Line(
            StaffId id,
            String name,
            DepartmentId department,
            boolean present,
            @Nullable Post post) {}

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffMember> find(Collection<StaffId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return gather(jdbc.sql("""
                select s.id, s.name, s.department_id, s.left_on is null as present, p.id as post_id, p.name as post_name
                from organization.staff s
                left join organization.staff_post sp on sp.staff_id = s.id
                left join organization.post p on p.id = sp.post_id
                where s.id = any (:ids)
                order by s.id, p.id
                """)
                .param("ids", ids.stream().map(StaffId::value).toArray(String[]::new))
                .query(StaffStore::toLine)
                .list());
    }

    List<StaffMember> search(String namePrefix, @Nullable DepartmentId department, int limit) {
        return gather(jdbc.sql("""
                select s.id, s.name, s.department_id, s.left_on is null as present, p.id as post_id, p.name as post_name
                from (
                    select id, name, department_id, left_on
                    from organization.staff
                    where name like :name
                        and left_on is null
                        and (cast(:department as text) is null or department_id = :department)
                    order by id
                    limit :limit
                ) s
                left join organization.staff_post sp on sp.staff_id = s.id
                left join organization.post p on p.id = sp.post_id
                order by s.id, p.id
                """)
                .param("name", LikePatterns.beginning(namePrefix))
                .param("department", department == null ? null : department.value())
                .param("limit", limit)
                .query(StaffStore::toLine)
                .list());
    }

    List<StaffMember> after(String id, String namePrefix, String divisionPrefix, int limit) {
        return gather(jdbc.sql("""
                select s.id, s.name, s.department_id, s.left_on is null as present, p.id as post_id, p.name as post_name
                from (
                    select id, name, department_id, left_on
                    from organization.staff
                    where id > :id
                        and name like :name
                        and department_id like :division || '%'
                        and left_on is null
                    order by id
                    limit :limit
                ) s
                left join organization.staff_post sp on sp.staff_id = s.id
                left join organization.post p on p.id = sp.post_id
                order by s.id, p.id
                """)
                .param("id", id)
                .param("name", LikePatterns.beginning(namePrefix))
                .param("division", divisionPrefix)
                .param("limit", limit)
                .query(StaffStore::toLine)
                .list());
    }

    Map<PostId, List<StaffId>> holders(Collection<PostId> posts) {
        var holders = new LinkedHashMap<PostId, List<StaffId>>();
        jdbc.sql("""
                select h.post_id, h.staff_id
                from organization.staff_post h
                join organization.staff s on s.id = h.staff_id and s.left_on is null
                where h.post_id = any (:posts)
                order by h.post_id, h.staff_id
                """)
                .param("posts", posts.stream().map(PostId::value).toArray(String[]::new))
                .query(row -> {
                    holders.computeIfAbsent(new PostId(row.getString("post_id")), post -> new ArrayList<>())
                            .add(new StaffId(row.getString("staff_id")));
                });
        return holders;
    }

    void savePost(Post post) {
        jdbc.sql("""
                insert into organization.post (id, department_id, name)
                values (:id, :department, :name)
                on conflict (id) do update
                set name = excluded.name
                where post.edited_at is null
                """)
                .param("id", post.id().value())
                .param("department", post.id().department().value())
                .param("name", post.name())
                .update();
    }

    /** Somebody as the pack has it; who was changed in the program stays so. */
    void save(StaffId id, String name, DepartmentId department, List<PostId> posts) {
        var written = jdbc.sql("""
                insert into organization.staff (id, name, department_id)
                values (:id, :name, :department)
                on conflict (id) do update
                set name = excluded.name, department_id = excluded.department_id
                where staff.edited_at is null
                """)
                .param("id", id.value())
                .param("name", name)
                .param("department", department.value())
                .update();
        if (written > 0) {
            savePosts(id, posts);
        }
    }

    private void savePosts(StaffId id, List<PostId> posts) {
        var held = posts.stream().map(PostId::value).toArray(String[]::new);
        jdbc.sql("""
                delete from organization.staff_post
                where staff_id = :id
                    and post_id <> all (:posts)
                """).param("id", id.value()).param("posts", held).update();
        jdbc.sql("""
                insert into organization.staff_post (staff_id, post_id)
                select :id, unnest(:posts)
                on conflict do nothing
                """).param("id", id.value()).param("posts", held).update();
    }

    private static Line toLine(ResultSet row, int number) throws SQLException {
        var post = row.getString("post_id");
        return new Line(
                new StaffId(row.getString("id")),
                row.getString("name"),
                new DepartmentId(row.getString("department_id")),
                row.getBoolean("present"),
                post == null ? null : new Post(new PostId(post), row.getString("post_name")));
    }

    private static List<StaffMember> gather(List<Line> lines) {
        var people = new LinkedHashMap<StaffId, StaffMember>();
        for (var line : lines) {
            people.merge(line.id, member(line), StaffStore::together);
        }
        return List.copyOf(people.values());
    }

    private static StaffMember member(Line line) {
        return new StaffMember(
                line.id, line.name, line.department, line.post == null ? List.of() : List.of(line.post), line.present);
    }

    private static StaffMember together(StaffMember one, StaffMember other) {
        var posts = new ArrayList<>(one.posts());
        posts.addAll(other.posts());
        return new StaffMember(one.id(), one.name(), one.department(), posts, one.present());
    }
}
