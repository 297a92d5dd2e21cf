"""Extracts: lists from SIKS-NG fill the DT-SEN checks of people the office knows; of everybody else nothing is kept."""
