"""What pyproject.toml cannot say: a wheel also carries what `kinerja init` puts into a new folder."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).resolve().parent))  # a build knows nothing of this folder

from pipeline.bawaan import bawaan, carried


class BuildWithCarried(build_py):
    """Copies the carried files into the package `pipeline.bawaan`; an editable install reads them where they stand."""

    def run(self) -> None:
        super().run()
        for name, target in self._copies().items():
            self.mkpath(str(Path(target).parent))
            self.copy_file(str(bawaan() / name), target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *self._copies().values()]

    def get_source_files(self) -> list[str]:
        root = Path(__file__).resolve().parent
        inside = [bawaan() / name for name in carried()]
        return [*super().get_source_files(), *(path.relative_to(root).as_posix() for path in inside)]

    def _copies(self) -> dict[str, str]:
        if self.editable_mode:
            return {}
        return {name: str(Path(self.build_lib) / "pipeline" / "bawaan" / name) for name in carried()}


setup(cmdclass={"build_py": BuildWithCarried})
