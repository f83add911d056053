alter table notice.preference
    add column quiet_from time,
    add column quiet_until time,
    add constraint preference_quiet check ((quiet_from is null) = (quiet_until is null));

comment on column notice.preference.quiet_from is '自己定的免打扰时段从几点起；空表示按平台的；起止相同表示随时可以响';

create index delivery_ended on notice.delivery (ended_at) where ended_at is not null;

comment on index notice.delivery_ended is '按天数清除发送记录时用';
