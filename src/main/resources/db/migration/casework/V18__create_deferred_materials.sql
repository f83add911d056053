create table casework.deferred_material (
    case_id     bigint      not null,
    serial      smallint    not null,
    name        text        not null,
    flag        text        not null,
    file        text        not null,
    due_on      date        not null,
    supplied_at timestamptz,
    reminded_on date,
    primary key (case_id, serial)
);
comment on table casework.deferred_material is '容缺受理的材料：受理时还缺，限期补交；没有补齐的，不能准予';
comment on column casework.deferred_material.flag is '申请表里“以后再交”这一问的位置';
comment on column casework.deferred_material.file is '申请表里这份材料的位置';
comment on column casework.deferred_material.due_on is '最迟哪天补交';
comment on column casework.deferred_material.reminded_on is '哪天提醒过申请人；只提醒一次';
create index deferred_material_due_idx on casework.deferred_material (due_on, case_id) where supplied_at is null;

alter table casework.document drop constraint document_kind_check;
alter table casework.document add constraint document_kind_check
    check (kind in ('ACCEPTANCE_NOTICE', 'ACCEPTANCE_REFUSAL', 'SUPPLEMENT_NOTICE', 'SPECIAL_PROCEDURE_NOTICE',
        'EXTENSION_NOTICE', 'OPINION_REQUEST', 'OPINION_REPLY', 'COUNTERSIGN_SHEET', 'SUSPENSION_NOTICE',
        'RESUMPTION_NOTICE', 'VISIT_NOTICE', 'VISIT_RECORD', 'DEFERRAL_NOTICE', 'COMMITMENT',
        'REVOCATION_PROPOSAL', 'GRANT', 'DENIAL'));
