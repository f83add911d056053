insert into permission.role_permission (role_code, permission)
values ('security-administrator', 'identity.set_sign_in_rule');
