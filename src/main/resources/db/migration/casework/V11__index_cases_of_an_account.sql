-- 我的办件按收件时间翻页
create index case_file_mine_idx on casework.case_file (account_id, filed_at, id) where account_id is not null;
drop index casework.case_file_account_idx;
