"""Word files as they are: the package, its parts, lists, fonts and limits. It refuses to know what a template is."""
