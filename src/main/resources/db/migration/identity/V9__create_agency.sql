create table identity.agency (
    id bigint generated always as identity primary key,
    enterprise_id bigint not null references identity.account (id),
    agent_id bigint not null references identity.account (id),
    matters text[] not null,
    ends_on date not null,
    invited_at timestamptz not null,
    accepted_at timestamptz,
    ended_at timestamptz
);
comment on table identity.agency is '企业给经办人的授权：办哪些事、到哪一天';
comment on column identity.agency.matters is '事项的基本编码；空表示全部事项';
comment on column identity.agency.ends_on is '最后一天，当天还有效';
create index agency_enterprise_idx on identity.agency (enterprise_id);
create index agency_agent_idx on identity.agency (agent_id);
