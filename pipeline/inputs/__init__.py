"""The only room that knows YAML: files under data/ become frozen values, or problems with the line they stand on."""
