"""The people we serve: who they are as far as anybody knows, their family, their consents, their DT-SEN checks."""
