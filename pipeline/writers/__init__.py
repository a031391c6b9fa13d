"""Writers: booklet → bytes.  They do not know each other."""
