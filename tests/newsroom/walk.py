"""Walks through docs/newsroom.md in a new repository, as a newsroom would.

    python3 tests/newsroom/walk.py target/debug/gainsay [--install]

The repository is fixtures/newsroom. The workflow on the page is run step by step, with the steps of action.yml as they
stand there; then its pre-commit configuration with the hooks of this repository. `cargo install` is stood in for by a
copy of the binary that is there, unless --install asks for the real one, which takes minutes.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/newsroom.md").read_text()


def block(name):
    """The YAML block of the page that starts with the file's name."""
    found = re.search(r"```yaml\n# " + re.escape(name) + r"\n(.*?)```", PAGE, re.S)
    assert found, f"docs/newsroom.md shows no {name}"
    return found[1]


def run(command, folder, env=None, wanted=0):
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    assert wanted is None or done.returncode == wanted, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def repository(folder):
    """The newsroom of the fixtures, under version control."""
    shutil.copytree(ROOT / "fixtures/newsroom", folder)
    (folder / ".github/workflows").mkdir(parents=True)
    (folder / ".github/workflows/stories.yml").write_text(block(".github/workflows/stories.yml"))
    run(["git", "init", "-q", "-b", "main"], folder)
    commit(folder, "The stories as they were read")


def commit(folder, message):
    run(["git", "add", "-A"], folder)
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    run(["git", *who, "commit", "-q", "--no-verify", "-m", message], folder)


class Runner:
    """As much of a workflow's runner as the page and the action ask for."""

    def __init__(self, folder, gainsay, install):
        self.folder, self.install = folder, install
        self.temp = pathlib.Path(tempfile.mkdtemp(prefix="runner-", dir=folder.parent))
        self.env = dict(os.environ, RUNNER_TEMP=str(self.temp), GITHUB_WORKSPACE=str(folder), CI="true")
        self.env.pop("PRE_COMMIT", None)
        if not install:
            # What `cargo install --path ... --root ROOT` leaves behind.
            shims = self.temp / "shims"
            shims.mkdir()
            cargo = shims / "cargo"
            cargo.write_text(
                "#!/usr/bin/env bash\nset -eu\n"
                '[[ "$1" == install ]] && [[ " $* " == *" --locked "* ]]\n'
                'while [[ "$1" != --root ]]; do shift; done\n'
                f'mkdir -p "$2/bin" && cp {gainsay} "$2/bin/gainsay"\n'
            )
            cargo.chmod(0o755)
            self.env["PATH"] = f"{shims}:{self.env['PATH']}"

    def shell(self, script, values, more=None, action=None):
        output = self.temp / "output"
        output.write_text("")
        env = dict(self.env, GITHUB_OUTPUT=str(output), **(more or {}))
        if action:
            env["GITHUB_ACTION_PATH"] = str(action)
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", filled(script, values)]
        done = run(command, self.folder, env, wanted=None)
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done.returncode, done.stdout + done.stderr, outputs

    def action(self, given):
        """The steps of action.yml with some inputs: the status of the last, what was told, the outputs."""
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        unknown = set(given) - set(action["inputs"])
        assert not unknown, f"the action has no input {unknown}"
        values = {}
        for name, one in action["inputs"].items():
            assert name in given or not one.get("required"), f"the action wants {name}"
            values[f"inputs.{name}"] = str(given.get(name, one.get("default", "")))
        assert action["runs"]["using"] == "composite"
        told = ""
        for step in action["runs"]["steps"]:
            if "if" in step and filled(step["if"], values) == "false":
                continue
            assert step["shell"] == "bash"
            more = {name: filled(value, values) for name, value in step.get("env", {}).items()}
            status, said, outputs = self.shell(step["run"], values, more, action=ROOT)
            told += said
            values.update({f"steps.{step.get('id')}.outputs.{name}": value for name, value in outputs.items()})
            if status:
                break
        results = {name: filled(one["value"], values) for name, one in action["outputs"].items()}
        return status, told, results

    def workflow(self):
        """Every step of the page's workflow, with its status and what was told."""
        (job,) = yaml.safe_load(block(".github/workflows/stories.yml"))["jobs"].values()
        told, failed = [], False
        for step in job["steps"]:
            uses = step.get("uses", "")
            if failed and step.get("if") != "always()":
                continue
            if uses.startswith("actions/checkout@"):
                continue
            if uses.startswith("OWNER/gainsay@"):
                status, said, _ = self.action(step["with"])
            elif uses.startswith("github/codeql-action/upload-sarif@"):
                log = json.loads((self.folder / step["with"]["sarif_file"]).read_text())
                results = log["runs"][0]["results"]
                assert all(result["locations"] for result in results), "GitHub takes no result without a place"
                status, said = 0, json.dumps([result["baselineState"] for result in results])
            else:
                status, said, _ = self.shell(step["run"], {})
            failed = failed or status != 0
            told.append((status, said))
        return told


def filled(text, values):
    """A template with its expressions filled in: names, and one comparison with ''."""

    def value(found):
        expression = found[1].strip()
        compared = re.fullmatch(r"([\w.-]+) == ''", expression)
        if compared:
            return "true" if values[compared[1]] == "" else "false"
        return values.get(expression, "")

    return re.sub(r"\$\{\{(.*?)\}\}", value, text)


def worsen(folder):
    """A figure of a source changes, and clashes with the other's."""
    article = folder / "stories/ferry-fire/coast-daily.txt"
    article.write_text(article.read_text().replace("12 others", "19 others"))


def walk_workflow(folder, gainsay, install):
    repository(folder)
    runner = Runner(folder, gainsay, install)
    (check, upload, snapshots) = runner.workflow()
    assert check[0] == 0 and "::error" not in check[1], check
    assert upload == (0, '["unchanged"]'), upload
    assert snapshots[0] == 0, snapshots
    assert (folder / "evidence.html").stat().st_size > 10_000
    worsen(folder)
    commit(folder, "Another figure")
    (check, upload, snapshots) = runner.workflow()
    assert check[0] == 1 and "::error file=stories/ferry-fire/" in check[1], check
    assert sorted(json.loads(upload[1])) == ["new", "unchanged"], upload
    assert snapshots[0] == 1 and "+* injured" in snapshots[1], snapshots
    # What the page says to do to accept it.
    run([gainsay, "check", "stories", "--update-baseline", "--quiet"], folder)
    assert runner.workflow()[-1][0] == 1, "the snapshot is another now"
    commit(folder, "Read and accepted")
    assert [status for status, _ in runner.workflow()] == [0, 0, 0]
    # A draft, and an action that is told where the binary is.
    given = {"inputs": "stories", "arguments": "--draft drafts/ferry-fire.md", "binary": str(gainsay), "sarif": ""}
    status, told, outputs = runner.action(given)
    assert (status, outputs) == (1, {"status": "1"}) and "CONTRADICTED" in told, (told, outputs)
    # Inputs are words, never a part of the script.
    status, told, _ = runner.action({"inputs": "$(touch pwned) `touch pwned` ;touch pwned", "binary": str(gainsay)})
    assert status == 3 and not (folder / "pwned").exists(), told
    print("the workflow and the action: as docs/newsroom.md says")


def walk_hooks(folder, gainsay, install):
    repository(folder)
    hooks = folder.parent / "gainsay"
    files = run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], ROOT).stdout.splitlines()
    wanted = files if install else [".pre-commit-hooks.yaml"]
    for name in wanted:
        (hooks / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, hooks / name)
    run(["git", "init", "-q", "-b", "main"], hooks)
    commit(hooks, "The hooks")
    run(["git", "tag", "v0.1.0"], hooks)
    config = yaml.safe_load(block(".pre-commit-config.yaml").replace("https://github.com/OWNER/gainsay", str(hooks)))
    if not install:
        for hook in config["repos"][0]["hooks"]:
            hook["language"] = "system"
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    # A rule of the newsroom's own, with an example that holds.
    rule = folder / "rules/local/lifeboats.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE)
    commit(folder, "Hooks")
    env = dict(os.environ, PRE_COMMIT_HOME=str(folder.parent / "cache"))
    env["PATH"] = f"{gainsay.parent}:{env['PATH']}"
    pre_commit = [str(pathlib.Path(sys.executable).parent / "pre-commit")]
    told = run([*pre_commit, "run", "--all-files"], folder, env).stdout
    assert told.count("Passed") == 2, told
    worsen(folder)
    rule.write_text(RULE.replace('display = "3"', 'display = "4"'))
    run(["git", "add", "-A"], folder)
    told = run([*pre_commit, "run"], folder, env, wanted=1).stdout
    assert told.count("Failed") == 2 and "CONFLICT" in told and "lifeboats" in told, told
    print("the hooks: as docs/newsroom.md says")


RULE = """\
summary = "How many lifeboats were sent"
why = "The number says how grave it was."
severity = "warning"

[compare]
how = "count"

[[claim]]
attribute = "lifeboats"
patterns = ["<value:number> lifeboats"]

[[example]]
text = "The coast guard sent 3 lifeboats."
claims = [{ attribute = "lifeboats", display = "3" }]
"""


def main():
    gainsay, install = pathlib.Path(sys.argv[1]).resolve(), "--install" in sys.argv
    for walk in (walk_workflow, walk_hooks):
        with tempfile.TemporaryDirectory(prefix="newsroom-", dir=ROOT / "target") as folder:
            walk(pathlib.Path(folder) / "newsroom", gainsay, install)


main()
