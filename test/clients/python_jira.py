"""python-jira, as Debian has it, through both versions of the API."""

import sys

from jira import JIRA
from scenario import Scenario

URL, VERSION = sys.argv[1:3]
site = Scenario(f"python-jira, API {VERSION}")
jira = JIRA(server=URL, basic_auth=("admin@example.com", "local"), options={"rest_api_version": VERSION}, max_retries=0)


def text(words):
    """What this version takes as a text."""
    if VERSION == "2":
        return words
    return {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]}


def words(body):
    return body if isinstance(body, str) else body.content[0].content[0].text


site.right("server_info", jira.server_info, lambda it: it["deploymentType"] == "Cloud")
site.right("myself", jira.myself, lambda it: it["displayName"] == "Local Admin" and "48x48" in it["avatarUrls"])
site.right("current_user", jira.current_user)
site.right("fields", jira.fields, lambda it: any(field["id"] == "summary" for field in it))
projects = site.right("projects", jira.projects, lambda it: {each.key for each in it} >= {"QUAY", "INC", "SUP"})
site.right("project", lambda: jira.project("QUAY"), lambda it: it.key == "QUAY" and it.lead.accountId)
site.right("project_components", lambda: jira.project_components("QUAY"), lambda it: it[0].projectId == int(jira.project("QUAY").id))
site.right("project_versions", lambda: jira.project_versions("QUAY"), lambda it: all(each.projectId for each in it))
roles = site.right("project_roles", lambda: jira.project_roles("QUAY"), lambda it: "Developers" in it)
site.right("project_role", lambda: jira.project_role("QUAY", roles["Developers"]["id"]), lambda it: it.name == "Developers")
site.right("issue_types", jira.issue_types, lambda it: {"Bug", "Story"} <= {each.name for each in it})
site.right("issue_type_by_name", lambda: jira.issue_type_by_name("Bug"), lambda it: it.name == "Bug")
site.right("statuses", jira.statuses, lambda it: it[0].statusCategory.key)
site.right("statuscategories", jira.statuscategories, lambda it: len(it) == 3)
site.right("priorities", jira.priorities, lambda it: it[0].statusColor.startswith("#"))
site.right("resolutions", jira.resolutions, lambda it: len(it) > 0)
site.right("issue_link_types", jira.issue_link_types, lambda it: any(each.name == "Blocks" for each in it))
site.right("user", lambda: jira.user("sample-mara"), lambda it: it.displayName == "Mara Lindqvist")
site.right("search_users", lambda: jira.search_users(query="mara"), lambda it: [each.accountId for each in it] == ["sample-mara"])
site.right(
    "search_assignable_users_for_issues",
    lambda: jira.search_assignable_users_for_issues(query="mara", project="QUAY"),
    lambda it: [each.accountId for each in it] == ["sample-mara"],
)
site.as_jira("search_users by user name", lambda: jira.search_users(user="mara"), 400, "GDPR")
site.as_jira("my_permissions without saying which", jira.my_permissions, 400, "permissions")
site.as_jira("search_issues", lambda: jira.search_issues("project = QUAY"), 410, "/search/jql")

site.right("issue", lambda: jira.issue("QUAY-328"), lambda it: it.fields.summary and it.fields.project.key == "QUAY")
site.right("issue, two fields", lambda: jira.issue("QUAY-328", fields="summary,status"), lambda it: it.fields.status.name)
site.right(
    "issue, changelog and names",
    lambda: jira.issue("QUAY-328", expand="changelog,names"),
    lambda it: it.changelog.histories and it.names.summary == "Summary",
)
site.right("issue, transitions", lambda: jira.issue("QUAY-328", expand="transitions"), lambda it: it.transitions)
site.right("issue, fields that are empty here", lambda: jira.issue("QUAY-328", fields="worklog,timetracking,progress"), lambda it: it.fields.worklog.total == 0)
site.refused("issue, rendered", lambda: jira.issue("QUAY-328", expand="renderedFields"))
site.as_jira("issue that is not there", lambda: jira.issue("QUAY-99999"), 404)

new = {"project": {"key": "QUAY"}, "issuetype": {"name": "Story"}, "summary": "Made by a client", "description": text("As it was")}
issue = site.right("create_issue", lambda: jira.create_issue(fields=new), lambda it: it.self.startswith(f"{URL}/rest/api/{VERSION}/"))
other = site.right("create_issue, another", lambda: jira.create_issue(fields={**new, "summary": "Another"}))
site.as_jira("create_issue without a summary", lambda: jira.create_issue(fields={**new, "summary": ""}), 400, "summary")
site.refused("create_issues", lambda: jira.create_issues([new, new]))
site.refused("createmeta", lambda: jira.createmeta(projectKeys="QUAY"))
site.right("editmeta", lambda: jira.editmeta(issue.key), lambda it: "summary" in it["fields"])

reread = lambda: jira.issue(issue.key)  # noqa: E731
site.right("issue.update, summary", lambda: issue.update(summary="Changed"), lambda _: reread().fields.summary == "Changed")
site.right("issue.update, description", lambda: issue.update(description=text("Now")), lambda _: "Now" in words(reread().fields.description))
site.right("issue.update, labels", lambda: issue.update(fields={"labels": ["one"]}, notify=False), lambda _: reread().fields.labels == ["one"])
site.right("issue.update, add a label", lambda: issue.update(update={"labels": [{"add": "two"}]}), lambda _: reread().fields.labels == ["one", "two"])
site.right("issue.update, priority", lambda: issue.update(priority={"name": "High"}), lambda _: reread().fields.priority.name == "High")
site.right("issue.add_field_value", lambda: issue.add_field_value("labels", "three"), lambda _: len(reread().fields.labels) == 3)
site.as_jira("issue.update, assignee by name", lambda: issue.update(fields={"assignee": {"name": "mara"}}), 400, "GDPR")
site.right("assign_issue", lambda: jira.assign_issue(issue.key, "Mara Lindqvist"), lambda _: reread().fields.assignee.accountId == "sample-mara")
site.right("assign_issue, nobody", lambda: jira.assign_issue(issue.key, None), lambda _: reread().fields.assignee is None)
site.refused("issue.update, time tracking", lambda: issue.update(fields={"timetracking": {"originalEstimate": "2h"}}))

comment = site.right("add_comment", lambda: jira.add_comment(issue.key, text("First")), lambda it: "First" in words(it.body))
site.right("comment.update", lambda: comment.update(body=text("Second")), lambda _: "Second" in words(jira.comment(issue.key, comment.id).body))
site.right("comments", lambda: jira.comments(issue.key), lambda it: len(it) == 1)
site.right("add_comment, internal", lambda: jira.add_comment(issue.key, text("Internal"), is_internal=True), lambda it: it.jsdPublic is False)
site.refused("add_comment, for a role", lambda: jira.add_comment(issue.key, text("Secret"), visibility={"type": "role", "value": "Administrators"}))
site.refused("comments, rendered", lambda: jira.comments(issue.key, expand="renderedBody"))
if VERSION == "2":
    site.as_jira("add_comment, a document", lambda: jira.add_comment(issue.key, {"type": "doc"}), 400)
else:
    site.as_jira("add_comment, plain text", lambda: jira.add_comment(issue.key, "Plain"), 400, "Comment body is not valid")
    site.as_jira("add_comment, an empty text", lambda: jira.add_comment(issue.key, text("")), 400, "Comment body is not valid")
site.right("comment.delete", lambda: comment.delete(), lambda _: len(jira.comments(issue.key)) == 1)

moves = site.right("transitions", lambda: jira.transitions(issue.key), lambda it: all(each["to"]["name"] for each in it))
site.right("transitions, fields", lambda: jira.transitions(issue.key, expand="transitions.fields"), lambda it: all("fields" in each for each in it))
done = site.right("find_transitionid_by_name", lambda: jira.find_transitionid_by_name(issue.key, "Done"), lambda it: it in [int(each["id"]) for each in moves] or str(it) in [each["id"] for each in moves])
site.right("transition_issue, number", lambda: jira.transition_issue(issue.key, int(done)), lambda _: reread().fields.status.name == "Done")
site.right("transition_issue, name", lambda: jira.transition_issue(issue.key, "In Progress"), lambda _: reread().fields.status.name == "In Progress")
site.right(
    "transition_issue, with comment and resolution",
    lambda: jira.transition_issue(issue.key, done, fields={"resolution": {"name": "Done"}}),
    lambda _: reread().fields.resolution.name == "Done",
)
site.as_jira("transition_issue to nowhere", lambda: jira.transition_issue(issue.key, "9999"), 400)

site.right("add_vote, another's", lambda: jira.add_vote("QUAY-210"), lambda _: jira.votes("QUAY-210").hasVoted)
site.right("remove_vote", lambda: jira.remove_vote("QUAY-210"), lambda _: not jira.votes("QUAY-210").hasVoted)
site.right("watchers, who made it", lambda: jira.watchers(issue.key), lambda it: it.watchCount == 1 and it.watchers[0].accountId == "local-admin")
site.right("watchers, of the sample", lambda: jira.watchers("QUAY-328"), lambda it: it.watchCount > 0 and len(it.watchers) == it.watchCount)
site.right("add_watcher", lambda: jira.add_watcher(issue.key, "sample-mara"), lambda _: jira.watchers(issue.key).watchCount == 2)
site.right("remove_watcher", lambda: jira._session.delete(f"{URL}/rest/api/{VERSION}/issue/{issue.key}/watchers?accountId=sample-mara"), lambda _: jira.watchers(issue.key).watchCount == 1)

site.right("create_issue_link", lambda: jira.create_issue_link("Blocks", issue.key, other.key), lambda _: reread().fields.issuelinks[0].outwardIssue.key == other.key)
link = site.right("issue_link", lambda: jira.issue_link(reread().fields.issuelinks[0].id), lambda it: it.type.name == "Blocks")
site.right("delete_issue_link", lambda: jira.delete_issue_link(link.id), lambda _: reread().fields.issuelinks == [])
site.right("add_issue_property", lambda: jira.add_issue_property(issue.key, "ballast", {"seen": True}), lambda _: jira.issue_property(issue.key, "ballast").value.seen)
site.right("issue_properties", lambda: jira.issue_properties(issue.key), lambda it: it[0].key == "ballast")

part = site.right("create_issue, sub-task", lambda: jira.create_issue(fields={**new, "issuetype": {"name": "Sub-task"}, "parent": {"key": issue.key}}), lambda it: it.fields.parent.key == issue.key)
site.as_jira("issue.delete with sub-tasks", lambda: issue.delete(), 400, "subtasks")
site.right("issue.delete, deleteSubtasks=True", lambda: issue.delete(deleteSubtasks=True))
site.as_jira("issue after it was deleted", reread, 404)

for name, call in {
    "worklogs": lambda: jira.worklogs("QUAY-328"),
    "add_worklog": lambda: jira.add_worklog("QUAY-328", timeSpent="1h"),
    "remote_links": lambda: jira.remote_links("QUAY-328"),
    "boards": lambda: jira.boards(),
    "sprint": lambda: jira.sprint(1),
    "dashboards": lambda: jira.dashboards(),
    "favourite_filters": lambda: jira.favourite_filters(),
    "groups": lambda: jira.groups(),
    "priority": lambda: jira.priority("1"),
    "resolution": lambda: jira.resolution("1"),
    "issue_link_type": lambda: jira.issue_link_type("1"),
    "component": lambda: jira.component("1"),
    "version": lambda: jira.version("1"),
    "create_version": lambda: jira.create_version("9.9", "QUAY"),
    "create_component": lambda: jira.create_component("Other", "QUAY"),
    "service_desks": lambda: jira.service_desks(),
    "screens": lambda: jira._get_json("dashboard"),
    "session": lambda: jira.session(),
}.items():
    site.refused(name, call)
