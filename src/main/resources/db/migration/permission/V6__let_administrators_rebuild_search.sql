insert into permission.role_permission (role_code, permission)
values ('administrator', 'search.rebuild_index');
