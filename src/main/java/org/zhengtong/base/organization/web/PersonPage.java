package org.zhengtong.base.organization.web;

import java.util.List;
import org.zhengtong.base.organization.OrganizationHistory.PastPost;
import org.zhengtong.base.organization.StaffMember;

/** A member of staff with the posts of now and of before. */
public record PersonPage(StaffMember member, String departmentName, List<PastPost> past) {}
