alter table sharing.usage drop constraint usage_way_check;
alter table sharing.usage
    add constraint usage_way_check check (way in ('PAGE', 'API', 'BATCH', 'SUBSCRIPTION', 'CALL'));

comment on column sharing.request.register is '共享对象：登记册代码，或者 service: 加服务代码';
comment on column sharing.data_grant.register is '共享对象：登记册代码，或者 service: 加服务代码';
