alter table license.license add column replaced boolean not null default false;
comment on column license.license.replaced is '所在的办件重新办理，本证已撤销，办件可以再签发';
comment on table license.license is '签发的电子证照：一件办件至多一张，联办的每个环节另外至多一张；重新办理撤销的不算';

alter table license.license drop constraint license_case_unique;
create unique index license_case_unique on license.license (case_number, step) where not replaced;
create index license_case_idx on license.license (case_number);
