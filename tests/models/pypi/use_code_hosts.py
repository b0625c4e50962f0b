import gitlab
from git import Repo
from github import Auth, Github
from jira import JIRA

hub = Github(auth=Auth.Token("t"))
lab = gitlab.Gitlab("https://gitlab.example", private_token="t")


def on_github() -> None:
    repo = hub.get_repo("owner/name")  # effect: wait http
    print(repo.full_name.lower())
    issue = repo.create_issue("Late")  # effect: wait http
    issue.edit(state="closed")  # effect: wait http
    for pull in repo.get_pulls(state="open"):  # effect: wait http
        pull.create_issue_comment("ping")  # effect: wait http


def on_gitlab() -> None:
    lab.auth()  # effect: wait http
    project = lab.projects.get(1)  # effect: wait http
    print(project.name)
    for request in project.mergerequests.list(state="opened"):  # effect: wait http
        request.merge()  # effect: wait http
    project.issues.create({"title": "Late"})  # effect: wait http


def in_jira() -> None:
    jira = JIRA("https://jira.example")  # effect: wait http
    issue = jira.issue("A-1")  # effect: wait http
    print(issue.fields.summary)
    issue.update(summary="Late")  # effect: wait http
    jira.add_comment(issue, "ping")  # effect: wait http


def by_hand() -> None:
    repo = Repo.clone_from("https://git.example/a.git", "a")  # effect: wait process
    same = Repo("a")
    same.index.add(["b"])
    same.index.commit("c")
    same.remotes.origin.pull()  # effect: wait process
    same.remotes[0].fetch()  # effect: wait process
    repo.remote("origin").push()  # effect: wait process
    repo.git.checkout("main")  # effect: wait process
