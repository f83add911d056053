create table permission.role (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    built_in boolean not null default false
);
comment on table permission.role is '角色';

create table permission.role_permission (
    role_code text not null references permission.role (code) on delete cascade,
    permission text not null,
    primary key (role_code, permission)
);
comment on table permission.role_permission is '角色包含的权限，形如 casework.accept_case';

create table permission.assignment (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    role_code text not null references permission.role (code),
    everything boolean not null default false,
    departments text[] not null default '{}',
    divisions text[] not null default '{}',
    granted_by text not null,
    granted_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz
);
comment on table permission.assignment is '谁有什么角色，管多大范围；收回的留作记录';
comment on column permission.assignment.departments is '范围：部门';
comment on column permission.assignment.divisions is '范围：行政区划连同其下级';
create index assignment_account_idx on permission.assignment (account_id) where revoked_at is null;
create index assignment_role_idx on permission.assignment (role_code) where revoked_at is null;

insert into permission.role (code, name_zh, name_en, built_in)
values ('administrator', '系统管理员', 'Administrator', true);

insert into permission.role_permission (role_code, permission)
values
    ('administrator', 'permission.grant_role'),
    ('administrator', 'audit.view_log'),
    ('administrator', 'jobs.view_jobs'),
    ('administrator', 'notice.view_outbox'),
    ('administrator', 'items.edit_item'),
    ('administrator', 'workdays.edit_calendar'),
    ('administrator', 'pack.import_pack');
