create table organization.division (
    code text primary key,
    name text not null,
    parent text
);
comment on table organization.division is '行政区划';
comment on column organization.division.code is '区划代码：6 位到县，9 位到乡，12 位到村';
create index division_parent_idx on organization.division (parent, code);
create index division_name_idx on organization.division (name text_pattern_ops);

create table organization.department (
    id text primary key,
    name text not null,
    short_name text not null,
    kind text not null,
    credit_code text not null,
    phone text,
    address text,
    place integer not null
);
comment on table organization.department is '部门';
comment on column organization.department.id is '区划代码加英文短名，长期不变';
comment on column organization.department.place is '在地区包里的先后';

create table organization.post (
    id text primary key,
    department_id text not null references organization.department (id),
    name text not null
);
comment on table organization.post is '岗位';
create index post_department_idx on organization.post (department_id);

create table organization.staff (
    id text primary key,
    name text not null,
    department_id text not null references organization.department (id)
);
comment on table organization.staff is '工作人员';
create index staff_department_idx on organization.staff (department_id, id);
create index staff_name_idx on organization.staff (name text_pattern_ops);

create table organization.staff_post (
    staff_id text not null references organization.staff (id) on delete cascade,
    post_id text not null references organization.post (id) on delete cascade,
    primary key (staff_id, post_id)
);
comment on table organization.staff_post is '谁在什么岗位';
create index staff_post_post_idx on organization.staff_post (post_id);

create table organization.version (
    id boolean primary key default true check (id),
    number bigint not null
);
comment on table organization.version is '组织机构的版本，每导入一次加一，各实例据此更新内存';
insert into organization.version (number) values (0);
