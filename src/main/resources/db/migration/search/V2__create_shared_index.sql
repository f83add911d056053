create function search.life() returns text
    language sql stable
    return (
        select (select system_identifier from pg_control_system()) || '/'
            || (select timeline_id from pg_control_checkpoint()) || '/'
            || (select oid from pg_database where datname = current_database())
    );
comment on function search.life() is '这个数据库的标识：从备份恢复、切换到备库后会变，此前建的共用索引可能比数据新，须重新建立';

create table search.shared_index (
    prefix         text        primary key,
    number         integer,
    edition        integer     not null default 0,
    life           text        not null default '',
    newest         integer     not null default 0,
    feeds          text[]      not null default '{}',
    reached        bigint[]    not null default '{}',
    follower       uuid,
    followed_until timestamptz not null default '-infinity',
    maker          uuid,
    made_until     timestamptz not null default '-infinity',
    built          bigint      not null default 0,
    to_build       bigint      not null default 0
);
comment on table search.shared_index is '各实例在 OpenSearch 上共用的索引：哪一个正在用、谁在跟随数据库、谁在重新建立';
comment on column search.shared_index.number is '正在用的索引的编号；没有可用的索引时为空';
comment on column search.shared_index.life is '索引是从哪个数据库建的，见 search.life()';
comment on column search.shared_index.newest is '发出过的最大编号';
comment on column search.shared_index.feeds is '各变更来源的名称，与 reached 一一对应';
comment on column search.shared_index.reached is '各变更来源已读到的位置';
comment on column search.shared_index.follower is '正在跟随数据库的实例，到 followed_until 为止';
comment on column search.shared_index.maker is '正在重新建立索引的实例，到 made_until 为止；编号为 newest';
