create table settings.setting_change (
    id bigint generated always as identity primary key,
    name text not null,
    from_value text,
    to_value text,
    why text not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create index setting_change_name on settings.setting_change (name, id desc);

comment on table settings.setting_change is '管理员在页面上改过的设置；每项设置最新的一行就是现在的值';
comment on column settings.setting_change.from_value is '改前在页面上设的值；空表示没有设过或已恢复';
comment on column settings.setting_change.to_value is '改后的值；空表示恢复为启动时的值或默认值';
comment on column settings.setting_change.changed_by is '改的人的姓名';
