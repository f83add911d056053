alter table license.license add column step text not null default '';
comment on column license.license.step is '联办中哪个环节的证照；空即整个办件的证照';
comment on table license.license is '签发的电子证照：一件办件至多一张，联办的每个环节另外至多一张';

alter table license.license drop constraint license_case_unique;
alter table license.license add constraint license_case_unique unique (case_number, step);
