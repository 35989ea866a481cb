"""Checks a folder of web annotations against the texts that lie beside them, as any script could.

Usage: python3 check_w3c.py FOLDER SOURCE

For each annotation on words: the slice of the text, in code points, is the quote; and the slice of the bytes of the original file, its
markup taken away, holds the same letters. Prints how many were checked; ends with an error at the first that is wrong.
"""
import html
import json
import pathlib
import re
import sys

folder, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_bytes()


def letters(text):
    """The letters and digits of a text, without signs that have no width."""
    return re.sub(r'\W', '', text)


def decoded(data):
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('cp1252')


checked = 0
for page in sorted((folder / 'annotations').glob('*.jsonld')):
    for item in json.loads(page.read_text('utf-8'))['items']:
        target = item['target']
        if not isinstance(target, dict) or 'selector' not in target:
            continue
        quote, place = target['selector']
        text = (folder / target['source']).read_bytes().decode('utf-8')
        assert text[place['start']:place['end']] == quote['exact'], quote
        own = target['rw:original']['selector']
        words = html.unescape(re.sub(r'<[^>]*>', '', decoded(source[own['start']:own['end']])))
        assert letters(words) == letters(quote['exact']), (words, quote)
        checked += 1
print(checked)
