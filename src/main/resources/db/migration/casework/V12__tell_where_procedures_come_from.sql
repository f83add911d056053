alter table casework.procedure
    add column origin text not null default 'PACK' check (origin in ('PACK', 'SCREEN'));
comment on column casework.procedure.origin is '来自地区包（PACK）或在线编制（SCREEN）；在线编制的现行版本，地区包再来时不动';

alter table casework.form
    add column origin text not null default 'PACK' check (origin in ('PACK', 'SCREEN'));
comment on column casework.form.origin is '来自地区包（PACK）或在线编制（SCREEN）';
