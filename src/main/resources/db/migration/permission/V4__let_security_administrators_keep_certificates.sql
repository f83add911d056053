insert into permission.role_permission (role_code, permission)
values ('security-administrator', 'certificates.manage_certificate');
