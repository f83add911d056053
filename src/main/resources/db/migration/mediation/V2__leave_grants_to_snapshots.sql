drop table mediation.foreign_grant;
