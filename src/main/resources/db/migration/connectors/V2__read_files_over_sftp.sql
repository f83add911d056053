alter table connectors.source drop constraint source_kind_check;
alter table connectors.source add constraint source_kind_check check (kind in ('JDBC', 'FOLDER', 'SFTP', 'HTTP', 'PUSH'));
comment on column connectors.source.settings is '地址、端口、用户名、确认过的主机密钥指纹等，不含口令';

alter table connectors.taken_file add modified_at timestamptz;
create index taken_file_name on connectors.taken_file (contract_id, name);
comment on column connectors.taken_file.modified_at is '文件的修改时间（对方的钟）；同名、同大小、同时间的不再读一遍';
