"""Runs servers, writes and reads English: runbooks, incident notes, answers and shell."""
import re

from editing import fenced, fill, lines, prose, replace, some
from streams import Response, User

HOSTS = ["ada", "bell", "curie", "dirac", "euler", "fermi", "gauss", "hertz", "joule", "kelvin", "noether", "turing"]
SERVICES = ["nginx", "postfix", "haproxy", "etcd", "consul", "vault", "redis", "rabbitmq", "varnish", "unbound",
            "chrony"]
THINGS = ["certificate", "mirror", "mailbox", "volume", "firewall", "tunnel", "snapshot", "archive", "zone file",
          "key ring", "crontab", "proxy", "license server", "boot disk"]
ACTIONS = ["Renew", "Rotate", "Replace", "Move", "Inspect", "Resize", "Restore", "Drain", "Upgrade", "Rename"]
PEOPLE = ["Ines", "Tariq", "Wanda", "Kofi", "Priya", "Mats", "Leonie", "Bao"]
HOURS = [f"{hour}{half}" for hour in range(1, 12) for half in ("am", "pm")]
NUMBERS = [1200, 4500, 12000, 18250, 31000, 47500, 96000, 120400, 250000, 1350000]
MINUTES = [3, 4, 6, 7, 8, 12, 15, 18, 25, 35, 45, 50]
WORDS = dict(host=HOSTS, service=SERVICES, thing=THINGS, action=ACTIONS, person=PEOPLE, hour=HOURS, number=NUMBERS,
             minutes=MINUTES)

SENTENCES = [
    "The {thing} of {host} was full at {hour}.",
    "{person} restarted {service} at {hour} and the queue went down.",
    "It takes about {minutes} mins until {service} answers again.",
    "We saw {number} failed requests on {host}, {host2} and {host3}.",
    "The alert came from {host}, the {thing} and {service}.",
    "Please note that the db on {host} must not be touched.",
    "Both dbs are on {host} since the move.",
    "The {thing} holds {number} entries and grows by {minutes} entries a day.",
    "It is worth mentioning that {service} keeps its state on {host}.",
    "See http://wiki.internal/{service} for the whole story.",
    "The {thing} is read-only while {service} starts.",
    "{person} has the key of the {thing}.",
    "Nothing was lost on {host2}.",
    "We will have to check {service} again next week!",
    "The master is {host}, the slave is {host2}.",
    "Wait {minutes} mins, then look at {host} once more.",
]
STEPS = [
    "Please check the {thing} on {host}.",
    "Please stop {service} on {host}.",
    "Copy the {thing} to {host}.",
    "Make sure that {service} is down.",
    "Make sure that the {thing} is mounted.",
    "Ask {person} for the key.",
    "Please wait {minutes} mins.",
    "Look for errors of {service} in the log of {host}.",
]
SHELL = [
    "service {service} restart", "service {service} stop", "service {service} status", "ssh root@{host} uptime",
    "df -h /srv/{service}", "tail -n {minutes} /var/log/{service}/error.log", "kill -9 $(pidof {service})",
    "scp {service}.conf root@{host}:/etc/{service}/", "ls -l /etc/{service}", "ifconfig eth0", "netstat -tlpn",
    "systemctl enable {service}",
]
WARNINGS = [
    "**Note:** {host} has no backup of the {thing}.", "**Note:** {service} needs {minutes} mins to stop.",
    "**Note:** only {person} may touch the {thing}.",
]
EVENTS = ["{person} was called", "{service} was back", "first alert"]
OPENERS = ["Sure, here is what I found.", "Sure, here is what happened.", "Sure, here is how to do it."]


def shell(rng):
    body = "\n".join(fill(rng, line, **WORDS) for line in some(rng, SHELL, 1, 4))
    return f"```bash\n{body}\n```"


def paragraph(rng, least=2, most=4):
    return " ".join(fill(rng, sentence, **WORDS) for sentence in some(rng, SENTENCES, least, most))


def numbered(rng):
    steps = [fill(rng, step, **WORDS) for step in some(rng, STEPS, 2, 5)]
    return "\n".join(f"{number}) {step}" for number, step in enumerate(steps, 1))


def runbook(rng):
    parts = [fill(rng, "# {action} the {thing} of {host}", **WORDS), "## Overview", paragraph(rng), "## Procedure",
             numbered(rng), shell(rng)]
    if rng.random() < 0.4:
        parts.append(fill(rng, rng.choice(WARNINGS), **WORDS))
    if rng.random() < 0.4:
        parts += ["## Verification", paragraph(rng, 1, 2)]
    return Response("runbook", "\n\n".join(parts) + "\n")


def incident(rng):
    parts = [fill(rng, "# {service} was down on {host}", **WORDS), "## Overview", paragraph(rng), "## Timeline",
             "\n".join(fill(rng, "* {hour}: " + rng.choice(EVENTS), **WORDS) for _ in range(rng.randint(2, 4)))]
    if rng.random() < 0.5:
        parts.append(fill(rng, rng.choice(WARNINGS), **WORDS))
    return Response("note", "\n\n".join(parts) + "\n")


def answer(rng):
    parts = [rng.choice(OPENERS)] if rng.random() < 0.6 else []
    parts.append(paragraph(rng, 2, 4))
    if rng.random() < 0.5:
        parts.append(shell(rng))
    if rng.random() < 0.4:
        parts.append(paragraph(rng, 1, 2))
    return Response("answer", "\n\n".join(parts) + "\n")


def script(rng):
    body = ["#!/bin/bash", ""] + [fill(rng, line, **WORDS) for line in some(rng, SHELL, 3, 7)]
    return Response("code", "\n".join(body) + "\n", language="bash")


def clock(match):
    hour = int(match[1]) % 12 + (12 if match[2] == "pm" else 0)
    return f"{hour:02}:00"


def verification(text):
    """A procedure ends with how to see that it worked."""
    if "\n## Procedure\n" not in text or "\n## Verification\n" in text:
        return text
    return text + "\n## Verification\n\nLook at the dashboard for ten minutes.\n"


PREFERENCES = {
    "no opener": replace(r"\ASure, here is [^\n]*\n\n", ""),
    "24-hour clock": prose(replace(r"\b(\d{1,2})(am|pm)\b", clock)),
    "minutes in full": prose(replace(r"\bmins\b", "minutes")),
    "thousands separated": prose(replace(r"\b\d{4,}\b", lambda match: f"{int(match[0]):,}")),
    "serial comma": prose(replace(r"(, (?:the )?\w+(?: \w+)?) and (\w+)", r"\1, and \2")),
    "database in full": prose(replace(r"\bdb(s?)\b", r"database\1")),
    "steps without please": lines(
        lambda line: re.sub(r"^(\d+\)|\d+\.) Please (\w)", lambda match: f"{match[1]} {match[2].upper()}", line)),
    "steps with a full stop after the number": lines(lambda line: re.sub(r"^(\d+)\)", r"\1.", line)),
    "summary instead of overview": lines(lambda line: "## Summary" if line == "## Overview" else line),
    "notes as quotations": lines(lambda line: re.sub(r"^\*\*Note:\*\* (.*)$", r"> **Note:** \1", line)),
    "ensure": prose(replace(r"\bMake sure that\b", "Ensure that")),
    "no 'it is worth mentioning'": prose(
        replace(r"It is worth mentioning that (\w)", lambda match: match[1].upper())),
    "no 'please note'": prose(replace(r"Please note that (\w)", lambda match: match[1].upper())),
    "links in angle brackets": prose(replace(r"(?<!<)(http://[^\s>]+)", r"<\1>")),
    "primary and replica": prose(
        lambda text: re.sub(r"\bslave\b", "replica", re.sub(r"\bmaster\b", "primary", text))),
    "no exclamation marks": prose(replace(r"(?<=\w)!", ".")),
    "systemctl": replace(r"\bservice (\w+) (restart|stop|status)\b", r"systemctl \2 \1"),
    "no root at ssh": replace(r"\broot@", "deploy@"),
    "ip instead of ifconfig": replace(r"\bifconfig (\w+)", r"ip addr show \1"),
    "ss instead of netstat": replace(r"\bnetstat\b", "ss"),
    "terminate first": replace(r"\bkill -9\b", "kill -TERM"),
    "scripts stop at errors": replace(r"\A#!/bin/bash\n(?!set )", "#!/bin/bash\nset -euo pipefail\n"),
    "dashes": lines(lambda line: re.sub(r"^\* ", "- ", line)),
    "sh fences": fenced(replace(r"\A```bash", "```sh")),
    "verification": verification,
}

USER = User(
    PREFERENCES, lambda rng: rng.choices([runbook, incident, answer, script], [4, 3, 3, 2])[0](rng))
