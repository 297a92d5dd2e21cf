"""Files: papers and pictures that belong to a record, kept outside what the server shows by itself."""
