"""One finding as JSON, the same in the data file and on the command line."""

from __future__ import annotations

from typing import Any

from pipeline.diagnostics import Diagnostic


def finding_tree(finding: Diagnostic) -> dict[str, Any]:
    """Return a finding as ``docs/annales-1.schema.json`` has it."""
    tree: dict[str, Any] = {
        "code": finding.code.slug,
        "severity": finding.severity.value,
        "cell": str(finding.at) if finding.at else None,
        "before": finding.before,
        "after": finding.after,
        "message": finding.message,
    }
    if finding.count > 1:
        tree["count"] = finding.count
    return tree
