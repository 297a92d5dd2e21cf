"""Files: papers and pictures that belong to a case, kept outside what the server shows by itself."""
