create table files.stored_file (
    digest         text        not null primary key check (digest ~ '^[0-9a-f]{64}$'),
    size           bigint      not null check (size > 0),
    virus          text        not null check (virus in ('UNCHECKED', 'CLEAN')),
    first_stored_at timestamptz not null,
    last_stored_at timestamptz not null
);
comment on table files.stored_file is '文件内容：同样的内容只存一份，放在磁盘上，名字是 SHA-256';
comment on column files.stored_file.virus is '查毒结果：UNCHECKED 未查毒，CLEAN 已查，无病毒';

create table files.file_use (
    id              uuid        not null primary key,
    digest          text        not null references files.stored_file (digest),
    name            text        not null check (length(name) between 1 and 200),
    media_type      text        not null,
    owner_room      text        not null,
    owner_reference text        not null,
    uploader        text        not null,
    uploaded_at     timestamptz not null
);
comment on table files.file_use is '文件的一次使用：谁上传、原来的名字、属于哪件事。读文件要先经过所属那件事';
create index file_use_owner_idx on files.file_use (owner_room, owner_reference, uploaded_at);
create index file_use_digest_idx on files.file_use (digest);
