alter table permission.role
    add column delegable boolean not null default true;
comment on column permission.role.delegable is '本人能不能把它委托给别人一段时间';
update permission.role set delegable = false where built_in;

alter table permission.assignment
    add column starts_at timestamptz,
    add column ends_at timestamptz;
comment on column permission.assignment.starts_at is '从什么时候起；空表示一开始就有';
comment on column permission.assignment.ends_at is '到什么时候为止；空表示没有期限';

create table permission.post_role (
    id bigint generated always as identity primary key,
    post_id text not null,
    role_code text not null references permission.role (code),
    everything boolean not null default false,
    departments text[] not null default '{}',
    divisions text[] not null default '{}',
    granted_by text not null,
    granted_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz
);
comment on table permission.post_role is '岗位带的角色：谁在岗谁有，离岗同时没有';
create index post_role_post_idx on permission.post_role (post_id) where revoked_at is null;
create index post_role_role_idx on permission.post_role (role_code) where revoked_at is null;

create table permission.delegation (
    id bigint generated always as identity primary key,
    from_account bigint not null,
    to_account bigint not null,
    assignment_id bigint references permission.assignment (id),
    post_role_id bigint references permission.post_role (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    constraint delegation_source_check check (num_nonnulls(assignment_id, post_role_id) = 1),
    constraint delegation_self_check check (from_account <> to_account),
    constraint delegation_time_check check (starts_at < ends_at)
);
comment on table permission.delegation is '把自己的角色委托给别人一段时间；委托来的不能再委托';
create index delegation_to_idx on permission.delegation (to_account, ends_at) where ended_at is null;
create index delegation_from_idx on permission.delegation (from_account, ends_at) where ended_at is null;
