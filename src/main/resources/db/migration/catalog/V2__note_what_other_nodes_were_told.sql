create table catalog.told (
    node        text    not null,
    resource_id bigint  not null references catalog.resource (id) on delete cascade,
    version     integer not null,
    primary key (node, resource_id)
);
comment on table catalog.told is '级联：每个相邻节点已经知道的目录版本，包括它自己发来的';
