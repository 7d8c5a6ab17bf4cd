"""Sets finished texts in type: Word template to DOCX, to PDF, to one PDF; it refuses to know what they say."""
