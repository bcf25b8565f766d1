"""Stage 6, layout: one cascade and one box tree for the PDF and the Word edition."""
