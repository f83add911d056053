create table audit.merkle_log (
    only_row boolean primary key default true check (only_row),
    hash_algorithm text not null check (hash_algorithm in ('SHA-256', 'SM3'))
);

create table audit.entry (
    id uuid primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('STAFF', 'CITIZEN', 'ENTERPRISE', 'SYSTEM', 'ANONYMOUS')),
    actor_id text not null,
    actor_name text not null,
    origin text not null,
    event text not null,
    subject_type text not null,
    subject_id text not null,
    why text,
    detail jsonb not null default '{}'
);

create index entry_subject_idx on audit.entry (subject_type, subject_id, id);
create index entry_actor_idx on audit.entry (actor_id, id);

create table audit.pending (
    entry_id uuid primary key,
    leaf_hash bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table audit.leaf (
    index bigint primary key,
    entry_id uuid not null,
    hash bytea not null,
    constraint leaf_entry_unique unique (entry_id)
);

create table audit.node (
    level smallint not null check (level > 0),
    index bigint not null,
    hash bytea not null,
    primary key (level, index)
);

create table audit.tree_head (
    size bigint primary key,
    root bytea not null,
    at timestamptz not null,
    key_id text not null,
    algorithm text not null,
    signature bytea not null
);

create function audit.deny_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only: % on %', tg_op, tg_table_name;
end $$;

create trigger entry_append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.deny_change();
create trigger leaf_append_only before update or delete or truncate on audit.leaf
    for each statement execute function audit.deny_change();
create trigger node_append_only before update or delete or truncate on audit.node
    for each statement execute function audit.deny_change();
create trigger tree_head_append_only before update or delete or truncate on audit.tree_head
    for each statement execute function audit.deny_change();
create trigger merkle_log_append_only before update or delete or truncate on audit.merkle_log
    for each statement execute function audit.deny_change();

comment on table audit.merkle_log is '日志所用的杂凑算法，第一条记录时定下，以后不变';
comment on table audit.entry is '审计记录：谁、何时、从哪里、做了什么、对什么、为什么；与业务操作同一事务写入，只增不改';
comment on column audit.entry.id is '第7版UUID，按时间排序；随机部分使叶子杂凑不能被猜出内容';
comment on table audit.pending is '已写入、还没有排入默克尔树的记录';
comment on table audit.leaf is '默克尔树的叶子：记录的序号和杂凑值（RFC 6962）';
comment on table audit.node is '默克尔树中完整子树的杂凑值，第0层是叶子，不在此表';
comment on table audit.tree_head is '签名的树头：某一时刻日志的条数和根';
