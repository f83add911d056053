insert into permission.role_permission (role_code, permission)
values ('administrator', 'sharing.stop_everything');
