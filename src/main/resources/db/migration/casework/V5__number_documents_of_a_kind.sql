alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'GRANT', 'DENIAL'));
alter table casework.document add column serial smallint not null default 1;
comment on column casework.document.serial is '同一种文书的第几份：特别程序和延长各有各的告知书，其余只有一份';
alter table casework.document drop constraint document_pkey;
alter table casework.document add primary key (case_id, kind, serial);
