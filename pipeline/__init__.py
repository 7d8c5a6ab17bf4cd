"""From YAML in git to a performance measurement that is fit to be signed, one direction only.

read             compute                say                  set in type         keep
data/ -> inputs -> Berkas -> domain -> Pengukuran -> documents -> context -> render -> DOCX, PDF -> archive -> output/
          |______ problems: values with file:line:col _______|         |_ errors with an exit code and a remedy
"""

__version__ = "0.3.0"
