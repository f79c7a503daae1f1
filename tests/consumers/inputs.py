"""Reads the fixtures of every input format with readers that nobody here wrote.

    python3 tests/consumers/inputs.py target/debug/gainsay fixtures/inputs

Each file is what its format says: another reader finds the same articles in it, and in each the words of every claim.
"""

import email
import email.policy
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import docx
import feedparser
import warcio.archiveiterator


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text = []

    def handle_data(self, data):
        self.text.append(data)


def plain(markup):
    words = Words()
    words.feed(markup)
    return "".join(words.text)


def feed(path):
    read = feedparser.parse(str(path))
    assert not read.bozo, read
    return [
        entry.title + "\n" + plain(entry.content[0].value if "content" in entry else entry.summary)
        for entry in read.entries
    ]


def ninjs(path):
    item = json.loads(path.read_text())
    bodies = [item[key] for key in ("body_html", "body_text") if key in item]
    bodies += [body["value"] for body in item.get("bodies", [])]
    headlines = [item.get("headline", "")] + [headline["value"] for headline in item.get("headlines", [])]
    return ["\n".join(headlines) + plain("\n".join(bodies))]


def markup(path):
    return ["".join(xml.etree.ElementTree.parse(path).getroot().itertext())]


def message(path):
    read = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = read.get_body(("plain", "html"))
    return [plain(body.get_content()) if body.get_content_subtype() == "html" else body.get_content()]


def document(path):
    return ["\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)]


def archive(path):
    with path.open("rb") as stream:
        return [
            plain(record.content_stream().read().decode())
            for record in warcio.archiveiterator.ArchiveIterator(stream)
            if record.rec_type == "response"
        ]


READERS = {
    ".rss": feed,
    ".atom": feed,
    ".ninjs": ninjs,
    ".xml": markup,
    ".nitf": markup,
    ".eml": message,
    ".docx": document,
    ".warc": archive,
    ".gz": archive,
    ".html": lambda path: [plain(path.read_text())],
}


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def main():
    gainsay, folder = sys.argv[1:]
    for path in sorted(pathlib.Path(folder).iterdir()):
        done = subprocess.run([gainsay, "extract", "--format", "jsonl", str(path)], capture_output=True, check=True)
        articles = [json.loads(line) for line in done.stdout.splitlines()]
        texts = READERS[path.suffix](path)
        assert len(texts) == len(articles), path
        claims = 0
        for text, article in zip(texts, articles):
            for claim in article["claims"]:
                assert squeezed(claim["quote"]) in squeezed(text), (path, claim["quote"])
                claims += 1
        assert claims, path
        print(f"{path}: {len(articles)} articles, {claims} claims")


main()
