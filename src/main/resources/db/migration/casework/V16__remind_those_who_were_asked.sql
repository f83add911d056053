alter table casework.opinion add column reminded_at timestamptz;
comment on column casework.opinion.reminded_at is '期限前一个工作日还没有答复，什么时候提醒的；只提醒一次';
create index opinion_unreminded_idx on casework.opinion (case_id, for_task) where state = 'ASKED' and reminded_at is null;
