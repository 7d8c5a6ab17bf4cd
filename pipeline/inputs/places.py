"""Where every value of the inputs stands: from a logical path to file, line and column; it refuses to know values."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace

from pipeline.inputs.nodes import Entry, Mapping, Mark, Node, Sequence, child
from pipeline.inputs.yamlsource import Document
from pipeline.problems import Path, Problem, Source


@dataclass(frozen=True, slots=True)
class Places:
    """The documents of a run and the trees that values were made from (without what was left out as faulty)."""

    documents: MappingABC[str, Document]
    trees: MappingABC[str, Node]

    def locate(self, path: Path) -> Source | None:
        """The place of the value, or of the nearest value around it; None where the file was not read."""
        return self._found(path, key=False)

    def locate_key(self, path: Path) -> Source | None:
        """The place of the key that holds the value, or of the nearest value around it."""
        return self._found(path, key=True)

    def _found(self, path: Path, *, key: bool) -> Source | None:
        document = self.documents.get(str(path[0])) if path else None
        if document is None:
            return None
        return document.source(mark_at(self.trees.get(document.file, document.root), path[1:], key=key))


def mark_at(root: Node | None, steps: Path, *, key: bool = False) -> Mark:
    """The mark of the deepest value along `steps`; a block list or mapping is shown at the key that holds it."""
    if root is None:
        return Mark(1, 1)
    node, mark = root, root.mark
    for step in steps:
        entry: Entry | None = node.entries.get(str(step)) if isinstance(node, Mapping) else None
        below = child(node, step)
        if below is None:
            break
        node, mark = below, below.mark
        if entry and (key or (isinstance(below, Mapping | Sequence) and not below.flow)):
            mark = entry.key
    return mark


def located(problem: Problem, places: Places) -> Problem:
    """The same problem with its source found from its path; unchanged where it has one or no file is named."""
    if problem.source is not None or not problem.path:
        return problem
    source = places.locate(problem.path) or Source(str(problem.path[0]), 1, 1)
    return replace(problem, source=source)
