/** Where code is kept and talked about: GitHub, GitLab, Jira. What was fetched is an object whose methods ask again. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const one = { call: { waits: { on: "http" }, returns: "Object" } } as const;
/** Pages are fetched as they are gone through. */
const pages = { call: { waits: { on: "http", confidence: "medium" }, returns: "Object", list: true } } as const;
const many = { call: { waits: { on: "http" }, returns: "GitlabObject", list: true } } as const;
const got = { call: { waits: { on: "http" }, returns: "GitlabObject" } } as const;
const issue = { call: { waits: { on: "http" }, returns: "Issue" } } as const;
const manager = "Manager";

export const codeHosts = defineModel({
  name: "code-hosts",
  language: "python",
  packages: ["github", "github/*", "gitlab", "gitlab/*", "jira", "jira/*"],
  versions: "PyGithub 1–2; python-gitlab 3–8; jira 3",
  docs: "https://pygithub.readthedocs.io/en/stable/github.html",
  exports: {
    Github: { instance: "Github", construct: { returns: "Github" } },
    GithubIntegration: { instance: "Github", construct: { returns: "Github" } },
    Gitlab: { instance: "Gitlab", construct: { returns: "Gitlab" } },
    // It asks what the server is, unless it is told not to.
    JIRA: { instance: "Jira", construct: { returns: "Jira", waits: { on: "http", confidence: "medium" } } },
    Repository: { instance: "Object" },
    PullRequest: { instance: "Object" },
    Issue: { instance: "Object" },
  },
  types: {
    Github: {
      members: {
        get_repo: one, get_organization: one, get_gist: one, get_rate_limit: http, get_emojis: http, get_app: one, get_installation: one,
        get_access_token: http, get_repo_installation: one, get_org_installation: one, get_installations: pages,
        get_github_for_installation: { call: { returns: "Github" } },
        // Without a name it is whoever asks, about whom nothing is asked yet.
        get_user: { call: { waits: { on: "http", confidence: "low" }, returns: "Object" } },
        search_repositories: pages, search_issues: pages, search_code: pages, search_users: pages, search_commits: pages, get_repos: pages, get_users: pages,
        close: local,
      },
    },
    Object: {
      members: {
        get_repo: one, get_issue: one, get_pull: one, get_branch: one, get_commit: one, get_contents: one, get_readme: one, get_release: one,
        get_latest_release: one, get_git_ref: one, get_git_tree: one, get_git_commit: one, get_git_blob: one, get_label: one, get_milestone: one,
        get_workflow: one, get_workflow_run: one, get_team_by_slug: one, get_comment: one, get_combined_status: one, compare: one,
        get_repos: pages, get_issues: pages,
        get_pulls: pages, get_branches: pages, get_commits: pages, get_releases: pages, get_tags: pages, get_labels: pages, get_milestones: pages,
        get_collaborators: pages, get_contributors: pages, get_comments: pages, get_issue_comments: pages, get_review_comments: pages, get_reviews: pages,
        get_files: pages, get_workflows: pages, get_workflow_runs: pages, get_hooks: pages, get_forks: pages, get_stargazers: pages, get_members: pages,
        get_teams: pages, get_check_runs: pages, get_statuses: pages, get_events: pages, get_timeline: pages, get_languages: http, get_topics: http,
        create_issue: one, create_pull: one, create_file: http, update_file: http, delete_file: http, create_comment: one, create_issue_comment: one,
        create_review_comment: one, create_review: one, create_git_ref: one, create_git_tag: one, create_git_release: one, create_git_commit: one,
        create_git_tree: one, create_git_blob: one, create_label: one, create_milestone: one, create_hook: one, create_fork: one, create_repo: one,
        create_gist: one, create_status: one, create_check_run: one, create_dispatch: http, create_repository_dispatch: http, edit: http, update: http,
        delete: http, merge: http, is_merged: http, add_to_labels: http, remove_from_labels: http, set_labels: http, add_to_assignees: http,
        remove_from_assignees: http, add_to_collaborators: http, remove_from_collaborators: http, has_in_collaborators: http, has_in_members: http,
        create_reaction: http, get_archive_link: http, upload_asset: http, rerun: http, cancel: http,
      },
    },
    Gitlab: {
      members: {
        auth: http, version: http, search: http, markdown: http, http_get: http, http_post: http, http_put: http, http_delete: http, http_list: http,
        enable_debug: local, headers: "Plain", url: "Plain", api_url: "Plain",
      },
      others: manager,
    },
    Manager: { members: { get: got, list: many, create: got, update: http, delete: http, set: http, set_gitlab_variables: http, raw: http } },
    // A kind of record that hangs below another is only named.
    GitlabObject: {
      members: {
        save: http, delete: http, refresh: http, merge: http, approve: http, unapprove: http, play: http, cancel: http, retry: http, rebase: http, trace: http,
        artifacts: http, artifact: http, changes: http, diff: http, repository_tree: http, repository_compare: http, repository_archive: http,
        repository_contributors: http, trigger_pipeline: http, decode: local, mergerequests: manager, issues: manager, branches: manager, commits: manager,
        files: manager, pipelines: manager, jobs: manager, tags: manager, releases: manager, members: manager, members_all: manager, notes: manager,
        discussions: manager, milestones: manager, hooks: manager, variables: manager, projects: manager, subgroups: manager, boards: manager,
        environments: manager, deployments: manager, wikis: manager, snippets: manager, runners: manager, triggers: manager, access_tokens: manager,
        approvals: manager, statuses: manager, bridges: manager, diffs: manager, protectedbranches: manager,
      },
    },
    Jira: {
      members: {
        issue, create_issue: issue, search_issues: { call: { waits: { on: "http" }, returns: "Issue", list: true } }, client_info: local, close: local,
        server_url: "Plain",
      },
      others: http,
    },
    Issue: { members: { update: http, delete: http, add_field_value: http, update_field_value: http, get_field: local, fields: "Plain", permalink: local } },
    Plain: {},
  },
});
