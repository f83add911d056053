alter table license.license add column ofd_file_id uuid;

comment on column license.license.ofd_file_id is '盖章的 OFD 版式文件；节点不用国密算法时没有';
