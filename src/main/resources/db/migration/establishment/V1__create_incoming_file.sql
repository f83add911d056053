create table establishment.incoming_file (
    id bigint generated always as identity primary key,
    table_name text not null constraint incoming_file_table_check check (table_name in ('DEPARTMENT', 'POST', 'STAFF')),
    file_name text not null,
    content bytea not null,
    account_id bigint not null,
    received_at timestamptz not null
);
comment on table establishment.incoming_file is '上传了、还没有导入的机构和人员表；一天后删除';
