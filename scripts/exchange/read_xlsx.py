"""Reads a spreadsheet as a stranger would, with nothing but the standard library, and prints it as JSON.

Usage: python3 read_xlsx.py FILE.xlsx

Prints {"formulas": N, "sheets": {name: [[cell, …], …]}}, where a cell is null, or [value, kind, guarded]: its kind is "number" or "text",
and it is guarded where its style keeps a text from running as a formula.
"""
import json
import re
import sys
import zipfile
import xml.etree.ElementTree as tree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LINKS = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
PARTS = '{http://schemas.openxmlformats.org/package/2006/relationships}'


def column(reference):
    """The number of the column of a cell such as B2, from 0."""
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def main(path):
    with zipfile.ZipFile(path) as archive:
        def part(name):
            return tree.fromstring(archive.read(name))

        strings = [''.join(text.text or '' for text in item.iter(MAIN + 't')) for item in part('xl/sharedStrings.xml')]
        styles = part('xl/styles.xml').find(MAIN + 'cellXfs')
        guarded = [style.get('quotePrefix') == '1' for style in styles]
        targets = {link.get('Id'): link.get('Target') for link in part('xl/_rels/workbook.xml.rels').iter(PARTS + 'Relationship')}
        sheets, formulas = {}, 0
        for sheet in part('xl/workbook.xml').iter(MAIN + 'sheet'):
            rows = []
            for row in part('xl/' + targets[sheet.get(LINKS + 'id')].lstrip('/').removeprefix('xl/')).iter(MAIN + 'row'):
                cells = []
                for cell in row.iter(MAIN + 'c'):
                    at = column(cell.get('r'))
                    cells.extend([None] * (at - len(cells)))
                    formulas += cell.find(MAIN + 'f') is not None
                    value = cell.find(MAIN + 'v')
                    if value is None or value.text is None:
                        cells.append(None)
                    elif cell.get('t') == 's':
                        cells.append([strings[int(value.text)], 'text', guarded[int(cell.get('s', 0))]])
                    else:
                        cells.append([float(value.text), 'number', guarded[int(cell.get('s', 0))]])
                rows.append(cells)
            sheets[sheet.get('name')] = rows
    json.dump({'formulas': formulas, 'sheets': sheets}, sys.stdout)


main(sys.argv[1])
