create table pack.imported_pack (
    name text primary key,
    version text not null,
    digest text not null,
    imported_at timestamptz not null,
    imported_by text not null
);
comment on table pack.imported_pack is '已导入的地区包';
comment on column pack.imported_pack.digest is '全部文件内容的 SHA-256，内容不变时不再导入';

create table pack.attempt (
    name text primary key,
    attempted_at timestamptz not null,
    attempted_by text not null
);
comment on table pack.attempt is '最近一次检查或导入';

create table pack.attempt_error (
    name text not null references pack.attempt (name) on delete cascade,
    position integer not null,
    file text not null,
    line integer not null,
    message_key text not null,
    arguments text[] not null,
    primary key (name, position)
);
comment on table pack.attempt_error is '最近一次检查发现的错误，逐条记录文件和行号';
