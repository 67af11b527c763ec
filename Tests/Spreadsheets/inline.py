"""Writes the rows of a CSV or XLSX file into a workbook with openpyxl, texts in the cells and not shared."""

import csv
import sys

import openpyxl

source, target = sys.argv[1:]
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Upload")
if source.endswith(".csv"):
    with open(source, newline="", encoding="utf-8-sig") as file:
        for row in csv.reader(file):
            sheet.append(row)
else:
    for row in openpyxl.load_workbook(source, read_only=True).worksheets[0].iter_rows(values_only=True):
        sheet.append(row)
book.save(target)
