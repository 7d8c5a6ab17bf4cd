"""From YAML in git to a signed-ready performance measurement, one direction only.

          read              compute               say                set in type              keep
data/ -> inputs -> Berkas -> domain -> Pengukuran -> documents -> context -> render -> DOCX -> PDF -> bundle -> archive -> output/
            \\________ problems: values with file:line:col _______/               \\__ errors with an exit code and a remedy
"""

__version__ = "0.1.0"
