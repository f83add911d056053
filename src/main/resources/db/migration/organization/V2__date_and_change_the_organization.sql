alter table organization.department
    add column parent text references organization.department (id) deferrable initially deferred,
    add column opened_on date,
    add column closed_on date,
    add column edited_at timestamptz,
    alter column place set default 1000000;
comment on column organization.department.parent is '上级部门；空表示直接属于本级政府';
comment on column organization.department.opened_on is '成立日期；空表示一直都在';
comment on column organization.department.closed_on is '撤销日期：从这一天起不再存在';
comment on column organization.department.edited_at is '在系统里改过，重新导入地区包时不再覆盖';
create index department_parent_idx on organization.department (parent) where parent is not null;

alter table organization.post
    add column closed_on date,
    add column edited_at timestamptz;
comment on column organization.post.closed_on is '撤销日期';

alter table organization.staff
    add column left_on date,
    add column edited_at timestamptz;
comment on column organization.staff.left_on is '离开的日期：从这一天起不再是工作人员';

alter table organization.staff_post
    add column since date;
comment on column organization.staff_post.since is '从哪一天起任职；空表示不详';

create table organization.past_post (
    id bigint generated always as identity primary key,
    staff_id text not null,
    post_id text not null,
    department_id text not null,
    since date,
    until date not null
);
comment on table organization.past_post is '以前任过的岗位';
create index past_post_staff_idx on organization.past_post (staff_id, until desc);

create table organization.change (
    id bigint generated always as identity primary key,
    kind text not null constraint change_kind_check
        check (kind in ('EDIT', 'IMPORT', 'RENAME', 'MERGE', 'SPLIT', 'CLOSE', 'MOVE', 'LEAVE', 'UNDO')),
    state text not null constraint change_state_check check (state in ('PLANNED', 'IN_FORCE', 'UNDONE', 'CANCELED')),
    effective_on date not null,
    reason text not null,
    content jsonb not null,
    before jsonb,
    touched integer not null,
    blocked_by text,
    planned_by text not null,
    planned_by_name text not null,
    planned_at timestamptz not null,
    in_force_at timestamptz,
    ended_by_name text,
    ended_at timestamptz
);
comment on table organization.change is '机构和人员的每一次变动：已经生效的和定了日期还没有生效的';
comment on column organization.change.content is '要写成什么样';
comment on column organization.change.before is '原来什么样，撤销时恢复';
comment on column organization.change.blocked_by is '到了日期没有生效的原因';
create index change_due_idx on organization.change (effective_on, id) where state = 'PLANNED';

create table organization.change_subject (
    subject text not null,
    change_id bigint not null references organization.change (id),
    primary key (subject, change_id)
);
comment on table organization.change_subject is '一次变动涉及哪些部门、岗位和人员，形如 DEPARTMENT:370100.finance';

create table organization.former_name (
    department_id text not null,
    until date not null,
    name text not null,
    short_name text not null,
    change_id bigint not null,
    primary key (department_id, until)
);
comment on table organization.former_name is '部门以前的名称，用到哪一天';

create table organization.succession (
    from_id text not null,
    to_id text not null,
    kind text not null constraint succession_kind_check check (kind in ('MERGED', 'SPLIT')),
    heir boolean not null,
    effective_on date not null,
    change_id bigint not null,
    primary key (from_id, to_id, effective_on)
);
comment on table organization.succession is '合并和拆分：从哪个部门到哪个部门';
comment on column organization.succession.heir is '原部门在办的工作由它接着办';
create index succession_to_idx on organization.succession (to_id);
